import type { INodeProperties } from 'n8n-workflow';

import { requestLimitControls } from './requestLimits';

/** Header by parameter. SO-TimeZone takes SuperOffice's own codes, not IANA names. */
export const HEADER_BY_OPTION: Record<string, string> = {
	acceptLanguage: 'Accept-Language',
	soCulture: 'SO-Culture',
	soLanguage: 'SO-Language',
	soTimeZone: 'SO-TimeZone',
};

export const OPTION_LABELS: Record<string, string> = {
	...HEADER_BY_OPTION,
	timeout: 'Timeout',
	timezone: 'Time Zone',
};

const OPTIONS: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: OPTION_LABELS.acceptLanguage,
			name: 'acceptLanguage',
			type: 'string',
			default: '',
			placeholder: 'e.g. nb',
			description: 'Language of list values and other texts in the response, as a two-letter code',
		},
		...requestLimitControls,
		{
			displayName: OPTION_LABELS.soCulture,
			name: 'soCulture',
			type: 'string',
			default: '',
			placeholder: 'e.g. nb',
			description:
				'Culture in which SuperOffice formats numbers and dates in raw output, such as nb; set a language as well',
		},
		{
			displayName: OPTION_LABELS.soLanguage,
			name: 'soLanguage',
			type: 'string',
			default: '',
			placeholder: 'e.g. nb',
			description: 'Language of the response; overrides Accept-Language',
		},
		{
			displayName: OPTION_LABELS.soTimeZone,
			name: 'soTimeZone',
			type: 'string',
			default: '',
			placeholder: 'e.g. NO',
			description:
				"Time zone of dates in raw output and of JSON dates without an offset, as an ID or code from SuperOffice's own list, such as NO or US-NY",
			hint: 'Names such as Europe/Oslo belong in Time Zone, not here',
		},
		{
			displayName: OPTION_LABELS.timezone,
			name: 'timezone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Europe/Oslo',
			description:
				"Time zone of dates and times without an offset; defaults to the workflow's time zone",
		},
		{
			displayName: OPTION_LABELS.timeout,
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 300000,
			description: 'How long to wait for a response, in milliseconds',
		},
	],
};

/** Before the names of controls that stand in Options: they are read by their path. */
const PATH = `${OPTIONS.name}.`;

/** A control that stands in Options, named by its path. */
export const option = (control: INodeProperties): INodeProperties => ({
	...control,
	name: `${PATH}${control.name}`,
});

/**
 * The collection of what is rarely set.
 * @param own an operation's own, which `option` has made
 */
export const optionsForm = (...own: INodeProperties[]): INodeProperties => ({
	...OPTIONS,
	options: [
		...own.map((one) => ({ ...one, name: one.name.slice(PATH.length) })),
		...(OPTIONS.options ?? []),
	],
});
