import type { INodeProperties } from 'n8n-workflow';

import { inRange, toInteger } from './fields/number';
import { asRecord } from './json';
import { USUAL_POLICY, type RetryPolicy } from './transport/retry';

interface Setting {
	label: string;
	help: string;
	from: number;
	to: number;
	usual: number;
}

/** How hard SuperOffice is asked, by the names of the options. */
const SETTINGS = {
	concurrency: {
		label: 'Concurrency',
		help: 'How many calls are under way at the same time, fewer while SuperOffice is busy; the value of the first item counts',
		from: 1,
		to: 20,
		usual: 8,
	},
	maxRetryTime: {
		label: 'Max Retry Time (Seconds)',
		help: 'For how many seconds a call is tried again, where that is safe, when SuperOffice is busy or cannot be reached',
		from: 1,
		to: 3600,
		usual: USUAL_POLICY.time / 1000,
	},
	maxTries: {
		label: 'Max Tries',
		help: 'How often a call is sent at most, the first time included; 1 never tries again',
		from: 1,
		to: 20,
		usual: USUAL_POLICY.tries,
	},
} satisfies Record<string, Setting>;

export const pacingControls: INodeProperties[] = Object.entries(SETTINGS).map(
	([name, { label, help, from, to, usual }]) => ({
		displayName: label,
		name,
		type: 'number',
		typeOptions: { minValue: from, maxValue: to, numberPrecision: 0 },
		default: usual,
		description: help,
	}),
);

function read(options: unknown, name: keyof typeof SETTINGS): number {
	const { label, from, to, usual } = SETTINGS[name];
	const given = asRecord(options)[name] ?? '';
	const spot = { parameter: `options.${name}`, label };
	return given === '' ? usual : inRange(toInteger(given, spot), from, to, spot);
}

/**
 * How many calls are under way at the same time.
 * @param options the node's parameter of that name
 * @throws FieldError for a number that is out of range
 */
export const readConcurrency = (options: unknown): number => read(options, 'concurrency');

/**
 * How often, and how long, an item's calls are tried.
 * @param options the node's parameter of that name
 * @throws FieldError for a number that is out of range
 */
export const readPolicy = (options: unknown): RetryPolicy => ({
	tries: read(options, 'maxTries'),
	time: read(options, 'maxRetryTime') * 1000,
});
