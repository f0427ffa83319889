/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the documentation */
import { readFileSync } from 'node:fs';
import path from 'node:path';

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

it('has a README that links to files and headings that are there', () => {
	const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, text]) =>
		text
			.toLowerCase()
			.replace(/[^\w -]/g, '')
			.replace(/ /g, '-'),
	);
	const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target);
	for (const target of links.filter((link) => link.startsWith('#'))) {
		expect(headings).toContain(target.slice(1));
	}
	const files = links.filter((link) => !/^(#|https?:)/.test(link));
	for (const target of files) {
		const file = path.join(packageFolder, target.split('#')[0]);
		expect(() => readFileSync(file)).not.toThrow(/ENOENT/);
	}
});
