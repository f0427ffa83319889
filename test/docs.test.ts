/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the documentation */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { watched } from '../nodes/SuperOffice/resources';
import { withTable } from '../scripts/propertiesTable';
import { packageFolder } from './folder';

const readme = readFileSync(path.join(packageFolder, 'README.md'), 'utf8');

it('has a README whose table of properties is current; otherwise run npm run docs', () => {
	expect(withTable(readme)).toBe(readme);
});

it.each(['README.md', 'CONTRIBUTING.md'])(
	'has a %s that names only commands of package.json',
	(file) => {
		const text = readFileSync(path.join(packageFolder, file), 'utf8');
		const { scripts } = JSON.parse(
			readFileSync(path.join(packageFolder, 'package.json'), 'utf8'),
		) as { scripts: Record<string, string> };
		const commands = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
		expect(commands.length).toBeGreaterThan(0);
		for (const name of commands) expect(scripts).toHaveProperty([name]);
	},
);

const headingsOf = (text: string) =>
	[...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
		heading
			.toLowerCase()
			.replace(/[^\w -]/g, '')
			.replace(/ /g, '-'),
	);

const setupPages = ['docs/on-site.md', 'docs/online-sign-in.md', 'docs/online-system-user.md'];

it.each([
	'README.md',
	'CONTRIBUTING.md',
	'docs/assumptions.md',
	'docs/trigger.md',
	'docs/polling-trigger.md',
	...setupPages,
])('has a %s that links to files and headings that are there', (file) => {
	const page = path.join(packageFolder, file);
	const text = readFileSync(page, 'utf8');
	const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target);
	for (const link of links.filter((target) => !/^https?:/.test(target))) {
		const [target, heading] = link.split('#');
		const linked = target ? path.join(path.dirname(page), target) : page;
		expect(existsSync(linked)).toBe(true);
		if (heading) expect(headingsOf(readFileSync(linked, 'utf8'))).toContain(heading);
	}
});

const folders = [
	'credentials',
	'nodes/shared/transport',
	'nodes/shared/transport/online',
	'nodes/events',
	'nodes/SuperOfficeTrigger',
	'nodes/SuperOfficePollingTrigger',
];

const { words } = watched();

const sources = folders
	.map((folder) => path.join(packageFolder, folder))
	.flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)))
	.filter((file) => file.endsWith('.ts'))
	.map((file) => readFileSync(file, 'utf8').replaceAll("\\'", "'"))
	.join('\n')
	// What triggers say of their records, as people read it.
	.replace(/\$\{[\w.]*\bwords\.(a|one|many)\}/g, (_, which: 'a' | 'one' | 'many') => words[which]);

/** What the tables of errors say that the package says: the first column, in parts without a value. */
function quoted(text: string): string[] {
	const [, ...tables] = text.split('| It says |');
	const rows = tables.flatMap((table) => table.split('\n\n')[0].split('\n').slice(2));
	return rows
		.flatMap((row) =>
			row
				.slice(2)
				.split(' | ')[0]
				.split(/;|…|: /),
		)
		.map((part) => part.replace(/\(in the test\)|`.*`/g, '').trim())
		.filter((part) => part !== '');
}

it.each([
	...setupPages.map((file) => [file, 10] as const),
	['docs/trigger.md', 4] as const,
	['docs/polling-trigger.md', 4] as const,
])('has a %s whose errors are in the words of the sources', (file, few) => {
	const parts = quoted(readFileSync(path.join(packageFolder, file), 'utf8'));
	expect(parts.length).toBeGreaterThan(few);
	expect(parts.filter((part) => !sources.includes(part))).toEqual([]);
});
