/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a command, never part of the package */
import { OWNER } from '../test/e2e/client';
import { startN8n, VERSIONS } from '../test/e2e/n8n';
import { examples, openWorld } from '../test/e2e/world';

const index = process.argv.indexOf('--n8n');
const major = index < 0 ? '2' : (process.argv[index + 1] ?? '');

/** A real n8n with the package, a simulated SuperOffice and the examples, until Ctrl+C. */
async function main(): Promise<void> {
	if (!(major in VERSIONS)) {
		throw new Error(`--n8n takes one of: ${Object.keys(VERSIONS).join(', ')}`);
	}
	console.log(`Starting n8n ${VERSIONS[major].n8n}`);
	const server = await startN8n(major);
	const world = await openWorld(server.url, major);
	for (const [file, workflow] of Object.entries(examples)) {
		const id = await world.importExample(workflow);
		console.log(`${server.url}/workflow/${id}  ${workflow.name ?? file}`);
	}
	console.log(`
n8n          ${server.url}
  email      ${OWNER.email}
  password   ${OWNER.password}
SuperOffice  ${world.simulator.baseUrl} (simulated)
Ctrl+C ends both and clears them away.`);
	const stop = async () => {
		await Promise.all([server.stop(), world.close()]);
		process.exit(0);
	};
	process.once('SIGINT', () => void stop());
	process.once('SIGTERM', () => void stop());
}

main().catch((error: unknown) => {
	console.error(error);
	process.exit(1);
});
