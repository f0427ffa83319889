/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs around the tests, never part of the package */
import './setup';

/** Stops all that was started for the tests, the last first, and clears it away. */
export default async function teardown(): Promise<void> {
	await globalThis.clusterOfTheTests?.disposeAsync();
}
