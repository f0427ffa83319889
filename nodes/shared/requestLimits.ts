import type { INodeProperties } from 'n8n-workflow';

import { assertInRange, toInteger } from './fields/number';
import { asRecord } from './json';
import { DEFAULT_RETRY, type RetryPolicy } from './transport/retry';

interface LimitSetting {
	label: string;
	help: string;
	min: number;
	max: number;
	defaultValue: number;
}

/** Limits of requests, by the names of the options. */
const SETTINGS = {
	concurrency: {
		label: 'Concurrency',
		help: "Max number of requests at the same time; fewer are sent while SuperOffice is busy. The first item's value is used.",
		min: 1,
		max: 20,
		defaultValue: 8,
	},
	maxRetryTime: {
		label: 'Max Retry Time (Seconds)',
		help: 'How long, in seconds, to keep retrying a request that is safe to repeat when SuperOffice is busy or unreachable',
		min: 1,
		max: 3600,
		defaultValue: DEFAULT_RETRY.maxTime / 1000,
	},
	maxTries: {
		label: 'Max Tries',
		help: 'Max number of times a request is sent, including the first; 1 means no retry',
		min: 1,
		max: 20,
		defaultValue: DEFAULT_RETRY.maxTries,
	},
} satisfies Record<string, LimitSetting>;

export const requestLimitControls: INodeProperties[] = Object.entries(SETTINGS).map(
	([name, { label, help, min, max, defaultValue }]) => ({
		displayName: label,
		name,
		type: 'number',
		typeOptions: { minValue: min, maxValue: max, numberPrecision: 0 },
		default: defaultValue,
		description: help,
	}),
);

function readSetting(options: unknown, name: keyof typeof SETTINGS): number {
	const { label, min, max, defaultValue } = SETTINGS[name];
	const given = asRecord(options)[name] ?? '';
	const ref = { parameter: `options.${name}`, label };
	return given === '' ? defaultValue : assertInRange(toInteger(given, ref), min, max, ref);
}

/**
 * How many calls are under way at the same time.
 * @param options the node's parameter of that name
 * @throws FieldError for a number that is out of range
 */
export const readConcurrency = (options: unknown): number => readSetting(options, 'concurrency');

/**
 * How often, and how long, an item's calls are tried.
 * @param options the node's parameter of that name
 * @throws FieldError for a number that is out of range
 */
export const readRetryPolicy = (options: unknown): RetryPolicy => ({
	maxTries: readSetting(options, 'maxTries'),
	maxTime: readSetting(options, 'maxRetryTime') * 1000,
});
