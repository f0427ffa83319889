/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a command, never part of the package */
import { OWNER } from '../test/e2e/client';
import { VERSIONS, wantedMajors } from '../test/e2e/install';
import { withN8n } from '../test/e2e/n8n';
import { examples, openWorld } from '../test/e2e/world';
import { LOGIN } from '../test/simulator';
import { fullName } from '../test/simulator/tenant/carriers';

const major = wantedMajors(process.argv).at(-1) ?? '2';

/** Users to invite, the first of whom signs in. */
const COLLEAGUES = [1, 2, 3, 4];

/** Companies to try, each with its people. */
const COMPANIES = [1, 3, 4];

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
		const { associates, contacts, persons } = simulator.data;
		const users = COLLEAGUES.map((id) => associates.seeds.get(id)!.fullName);
		const records = COMPANIES.map((id) => {
			const people = [id * 10, id * 10 + 1].map((one) => fullName(persons.seeds.get(one)!));
			return `${contacts.seeds.get(id)!.name} (${people.join(', ')})`;
		});
		console.log(`
n8n          ${url}
  email      ${OWNER.email}
  password   ${OWNER.password}
SuperOffice  ${simulator.baseUrl} (simulated)
  user name  ${LOGIN.username}
  password   ${LOGIN.password}
  users      ${users.join(', ')}
  companies  ${records.join('\n             ')}
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
