/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a part of a command, never part of the package */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { bareCalls, thisNode, USUAL } from './contenders';
import { readProfile, type Share } from './profile';
import type { Settings } from './settings';
import type { Stage } from './stage';
import { markdown } from './table';

const ITEMS = 1000;
const LISTED = 25;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function table(title: string, shares: Share[]): string {
	const rows = shares.slice(0, LISTED).map(({ of, self, all }) => ({
		[title]: of,
		self: percent(self),
		'with what it calls': percent(all),
	}));
	return markdown(rows);
}

/** Where the time of this node goes, and that of as many bare calls. */
export async function profiles(stage: Stage, { latency }: Settings): Promise<string> {
	const folder = mkdtempSync(path.join(tmpdir(), 'superoffice-profile-'));
	const parts: string[] = [];
	for (const contender of [thisNode('this node'), bareCalls(USUAL)]) {
		const profile = path.join(folder, `${contender.name}.cpuprofile`);
		const task = { items: ITEMS, latency };
		await stage.run(contender, task);
		const { spent } = await stage.run(contender, { ...task, looks: { profile } });
		const { packages, functions } = readProfile(profile);
		const cpu = ((spent?.cpu ?? NaN) / ITEMS).toFixed(1);
		parts.push(
			`${contender.name}: ${cpu} ms of CPU per item, in ${profile}`,
			table('package', packages),
			table('function', functions),
		);
	}
	return parts.join('\n\n');
}
