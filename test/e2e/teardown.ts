/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs around the tests, never part of the package */
import './setup';

/** Stops the n8n of the tests. */
export default async function teardown(): Promise<void> {
	await globalThis.n8nOfTheTests?.stop();
}
