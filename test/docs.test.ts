/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the documentation */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { INodeProperties } from 'n8n-workflow';

import { resources, triggerEntity } from '../nodes/SuperOffice/resources';
import { SuperOffice } from '../nodes/SuperOffice/SuperOffice.node';
import { referencePages } from '../scripts/reference';
import { packageFolder } from './folder';

const read = (file: string) => readFileSync(path.join(packageFolder, file), 'utf8');

const pages = globSync(['*.md', '{.github,docs}/**/*.md'], { cwd: packageFolder });

describe('the reference', () => {
	it('has a page for each kind of record, and no other', () => {
		const written = readdirSync(path.join(packageFolder, 'docs/reference'));
		expect(written.sort()).toEqual(Object.keys(referencePages).sort());
	});

	it.each(Object.keys(referencePages))('has a current %s; otherwise run npm run docs', (name) => {
		expect(read(`docs/reference/${name}`)).toBe(referencePages[name]);
	});
});

describe('the README', () => {
	const readme = read('README.md');

	it('is short: everything else has a page of its own', () => {
		expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
	});

	it('leads to each page', () => {
		const folder = 'docs/';
		const missing = pages.filter(
			(page) => page.startsWith(folder) && !readme.includes(`(${page})`),
		);
		expect(missing).toEqual([]);
	});

	const labels = Object.values(resources).flatMap(({ operations }) =>
		Object.values(operations).map(({ label }) => label),
	);

	it.each(['README.md', 'docs/operations.md'])('has all operations, as has %s', (file) => {
		// In cells with commas between them.
		const cells = read(file)
			.split(/[|,;\n]/)
			.map((cell) => cell.trim());
		expect(labels.filter((label) => !cells.includes(label))).toEqual([]);
	});
});

it.each(pages)('names only commands of package.json in %s', (file) => {
	const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
	const commands = [...read(file).matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
	for (const name of commands) expect(scripts).toHaveProperty([name]);
});

/** The labels of controls, of those inside them and of their choices. */
const labelsIn = (controls: INodeProperties[]): string[] =>
	controls.flatMap(({ displayName, placeholder = '', options = [] }) => [
		displayName,
		placeholder,
		...options.flatMap((one) => {
			if ('values' in one) return [one.displayName, ...labelsIn(one.values)];
			return 'type' in one ? labelsIn([one]) : [one.name];
		}),
	]);

/** Places beside the form: n8n's own settings, and what n8n's mapper has. */
const N8N = ['Settings', 'On Error', 'Community nodes', 'Install', 'Map Automatically'];

const known = new Set([...labelsIn(new SuperOffice().description.properties), ...N8N]);

const setupPages = ['docs/on-site.md', 'docs/online-sign-in.md', 'docs/online-system-user.md'];
const elsewhere = [...setupPages, 'docs/trigger.md', 'docs/polling-trigger.md'];

it.each(pages.filter((page) => !elsewhere.includes(page)))(
	'names only places of the form in %s',
	(file) => {
		const bold = [...read(file).matchAll(/\*\*([^*]+)\*\*/g)].map(([, one]) => one);
		const steps = bold
			.filter((one) => one.includes('→'))
			.flatMap((one) => one.split('→').map((step) => step.replace(/\s+/g, ' ').trim()));
		expect(steps.filter((step) => !known.has(step))).toEqual([]);
	},
);

const folders = [
	'credentials',
	'nodes/crud',
	'nodes/crud/body',
	'nodes/crud/files',
	'nodes/crud/match',
	'nodes/entities/appointment/conflicts',
	'nodes/entities/document/operations',
	'nodes/entities/request/operations',
	'nodes/events',
	'nodes/shared/lookup',
	'nodes/shared/transport',
	'nodes/shared/transport/online',
	'nodes/SuperOffice',
	'nodes/SuperOfficeTrigger',
	'nodes/SuperOfficePollingTrigger',
];

const { words } = triggerEntity();

const sources = folders
	.map((folder) => path.join(packageFolder, folder))
	.flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)))
	.filter((file) => file.endsWith('.ts'))
	.map((file) => readFileSync(file, 'utf8').replaceAll("\\'", "'"))
	.join('\n')
	// What the nodes say of their records, as people read it.
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
	['docs/errors.md', 20] as const,
	['docs/trigger.md', 4] as const,
	['docs/polling-trigger.md', 4] as const,
])('has a %s whose errors are in the words of the sources', (file, few) => {
	const parts = quoted(read(file));
	expect(parts.length).toBeGreaterThan(few);
	expect(parts.filter((part) => !sources.includes(part))).toEqual([]);
});
