/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a part of a command, never part of the package */
import { parseArgs } from 'node:util';

import { wantedMajors } from '../../test/e2e/install';
import { USUAL } from './contenders';

/** What is measured, and how. */
export interface Settings {
	/** Major version of n8n. */
	major: string;
	sizes: number[];
	/** Calls at once with which this node is measured. */
	concurrencies: number[];
	/** How often each is measured, the warm-up left out. */
	times: number;
	/** Milliseconds that the simulator takes for each answer. */
	latency: number;
	/** The parts that run; all where none is named. */
	only: string[];
	profile: boolean;
}

const COUNT = /^[1-9]\d*$/;

/** @throws an error for what is no list of numbers from 1 on */
function counts(text: string, name: string): number[] {
	const given = text.split(',');
	if (!given.every((count) => COUNT.test(count))) throw new Error(`--${name} takes numbers`);
	return given.map(Number);
}

/**
 * Reads the arguments of the command.
 * @throws an error for one that is unknown, or no number where it has to be one
 */
export function readSettings(): Settings {
	const { values } = parseArgs({
		options: {
			n8n: { type: 'string' },
			items: { type: 'string', default: '1000,10000' },
			concurrency: { type: 'string', default: String(USUAL) },
			times: { type: 'string', default: '3' },
			latency: { type: 'string', default: '20' },
			only: { type: 'string', default: '' },
			profile: { type: 'boolean', default: false },
		},
	});
	const concurrency = values.concurrency === 'all' ? '1,2,4,8,12,16,20' : values.concurrency;
	return {
		major: wantedMajors(process.argv).at(-1) ?? '2',
		sizes: counts(values.items, 'items'),
		concurrencies: counts(concurrency, 'concurrency'),
		times: counts(values.times, 'times')[0],
		latency: counts(values.latency, 'latency')[0],
		only: values.only.split(',').filter((part) => part !== ''),
		profile: values.profile,
	};
}
