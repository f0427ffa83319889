/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the sources */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { resources } from '../nodes/SuperOffice/resources';
import { packageFolder } from './folder';

const sources = globSync('nodes/**/*.ts', { cwd: packageFolder }).map((file) =>
	file.split(path.sep).join('/'),
);

/** A source without its comments, which may give examples. */
const codeOf = (file: string) =>
	readFileSync(path.join(packageFolder, file), 'utf8').replace(
		/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm,
		'',
	);

/** Files that speak of records of any kind by name: the list of them, and what can be chosen or linked to. */
const LISTS = [
	'nodes/SuperOffice/resources.ts',
	'nodes/shared/carriers.ts',
	'nodes/shared/lookup/sources.ts',
];

/** What gives a kind of record away whose name is a usual word: requests are HTTP's, too. */
const GIVEAWAYS: Record<string, string> = { request: 'ticketid' };

const names = Object.keys(resources).map((name) => GIVEAWAYS[name] ?? name);

it.each(names)('names the entity %s nowhere outside entities/, but in lists of them', (name) => {
	const others = sources.filter(
		(file) => !file.startsWith('nodes/entities/') && !LISTS.includes(file),
	);
	expect(others.length).toBeGreaterThan(100);
	expect(others.filter((file) => codeOf(file).toLowerCase().includes(name))).toEqual([]);
});

/** The rooms, the lower ones behind: each may import from itself and from those behind it. */
const FLOORS = [
	['nodes/SuperOfficeTrigger', 'nodes/SuperOfficePollingTrigger'],
	['nodes/SuperOffice'],
	['nodes/entities'],
	['nodes/events'],
	['nodes/crud'],
	['nodes/shared'],
];

const floorOf = (file: string) =>
	FLOORS.findIndex((rooms) => rooms.some((room) => file.startsWith(`${room}/`)));

it('imports downwards only, but for types of what an entity is', () => {
	const upwards = sources.flatMap((file) => {
		const imports = codeOf(file).matchAll(/^import (?!type )[^;]*? from '(\.[^']*)'/gm);
		const wanted = [...imports].map(([, to]) => path.posix.join(path.posix.dirname(file), to));
		return wanted
			.filter((to) => floorOf(`${to}.ts`) < floorOf(file))
			.map((to) => `${file} -> ${to}`);
	});
	expect(upwards).toEqual([]);
});
