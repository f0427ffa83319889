import type { INodeProperties } from 'n8n-workflow';

import { pacingControls } from './pacing';

/** Header by parameter. SO-TimeZone takes SuperOffice's own codes, not IANA names. */
export const HEADERS: Record<string, string> = {
	acceptLanguage: 'Accept-Language',
	soCulture: 'SO-Culture',
	soLanguage: 'SO-Language',
	soTimeZone: 'SO-TimeZone',
};

export const LABELS: Record<string, string> = {
	...HEADERS,
	timeout: 'Timeout',
	timezone: 'Time Zone',
};

export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: LABELS.acceptLanguage,
			name: 'acceptLanguage',
			type: 'string',
			default: '',
			placeholder: 'e.g. nb',
			description: 'Language of list values and other texts in the answer, as a two-letter code',
		},
		...pacingControls,
		{
			displayName: LABELS.soCulture,
			name: 'soCulture',
			type: 'string',
			default: '',
			placeholder: 'e.g. nb',
			description:
				'Culture in which SuperOffice formats numbers and dates; needs a language too, and counts for complete output without typed custom fields only',
		},
		{
			displayName: LABELS.soLanguage,
			name: 'soLanguage',
			type: 'string',
			default: '',
			placeholder: 'e.g. nb',
			description: 'Language of the answer; goes before Accept-Language',
		},
		{
			displayName: LABELS.soTimeZone,
			name: 'soTimeZone',
			type: 'string',
			default: '',
			placeholder: 'e.g. NO',
			description:
				"Zone of the dates in the answer, and of JSON dates without a zone: a number or code of SuperOffice's own list, such as NO or US-NY",
			hint: 'Names such as Europe/Oslo belong in Time Zone, not here',
		},
		{
			displayName: LABELS.timezone,
			name: 'timezone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Europe/Oslo',
			description: "Zone in which times without an offset are meant; left out, the workflow's",
		},
		{
			displayName: LABELS.timeout,
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 300000,
			description: 'Milliseconds to wait for an answer',
		},
	],
};
