/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a command, never part of the package */
import { OWNER } from '../test/e2e/client';
import { VERSIONS, wantedMajors } from '../test/e2e/install';
import { withN8n } from '../test/e2e/n8n';
import { examples, openWorld } from '../test/e2e/world';
import { LOGIN } from '../test/simulator';

const major = wantedMajors(process.argv).at(-1) ?? '2';

const interrupted = new Promise<void>((resolve) => {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve());
});

/** A real n8n with the package, a simulated SuperOffice and the examples, until Ctrl+C. */
async function dev(): Promise<void> {
	console.log(`Starting n8n ${VERSIONS[major].n8n}`);
	await withN8n(major, async ({ url }) => {
		const { importExample, simulator } = await openWorld(url, major);
		for (const [file, workflow] of Object.entries(examples)) {
			const id = await importExample(workflow);
			console.log(`${url}/workflow/${id}  ${workflow.name ?? file}`);
		}
		console.log(`
n8n          ${url}
  email      ${OWNER.email}
  password   ${OWNER.password}
SuperOffice  ${simulator.baseUrl} (simulated)
  user name  ${LOGIN.username}
  password   ${LOGIN.password}
Ctrl+C ends both and clears them away.`);
		await interrupted;
	});
}

dev().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
