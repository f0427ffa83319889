/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a command that measures, never part of the package */
import { cuts, overload } from './bench/faults';
import { memory } from './bench/memory';
import { profiles } from './bench/profiles';
import { readSettings } from './bench/settings';
import { speed } from './bench/speed';
import { onStage } from './bench/stage';

/** Items from which on only the memory is measured, as the rest would take hours. */
const LARGE = 30_000;

const PARTS: Record<string, typeof speed> = { speed, overload, cuts };

/** Compares this node with n8n's own ways, in a real n8n, on the simulator. */
async function bench(): Promise<void> {
	const settings = readSettings();
	const parts = settings.only.length > 0 ? settings.only : Object.keys(PARTS);
	if (!parts.every((name) => name in PARTS)) {
		throw new Error(`--only takes ${Object.keys(PARTS).join(',')}, or some of these`);
	}
	if (Math.max(...settings.sizes) >= LARGE) return console.log(await memory(settings));
	await onStage(settings.major, async (stage) => {
		if (settings.profile) return console.log(await profiles(stage, settings));
		for (const name of parts) console.log(`\n${await PARTS[name](stage, settings)}`);
	});
}

bench().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
