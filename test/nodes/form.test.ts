import type { INodeProperties } from 'n8n-workflow';

import { SuperOffice } from '../../nodes/SuperOffice/SuperOffice.node';
import type { SuperOfficeApi } from '../../credentials/SuperOfficeApi.credentials';

const { description } = new SuperOffice();

/** All controls, those inside collections and rows included, with their paths. */
function walk(controls: INodeProperties[], above = ''): Array<[string, INodeProperties]> {
	return controls.flatMap((control) => {
		const at = above + control.name;
		const inside = (control.options ?? []).flatMap((option) => {
			if ('values' in option) return walk(option.values, `${at}.${option.name}.`);
			return 'type' in option ? walk([option], `${at}.`) : [];
		});
		return [[at, control] as [string, INodeProperties], ...inside];
	});
}

const controls = walk(description.properties);

describe('the form', () => {
	it('shows title, start and end first, then the groups, output and options', () => {
		expect(description.properties.map(({ name }) => name)).toEqual([
			'resource',
			'operation',
			'specifyBody',
			'jsonBody',
			'ignoreUnknownFields',
			'title',
			'startDate',
			'endDate',
			'details',
			'timeAndAlarm',
			'linkedRecords',
			'participants',
			'recurrence',
			'booking',
			'publishing',
			'videoMeeting',
			'customData',
			'systemFields',
			'useTypedCustomFields',
			'customFieldValues',
			'startFromDefaults',
			'validateFirst',
			'output',
			'customFieldNames',
			'select',
			'options',
		]);
	});

	it('has no mandatory parameter', () => {
		expect(controls.filter(([, { required }]) => required)).toEqual([]);
	});

	it.each(controls)(
		'%s has a title-case label and one sentence of help without a full stop',
		(_at, control) => {
			const small = ['a', 'and', 'at', 'by', 'for', 'in', 'of', 'or', 'the', 'to', 'with'];
			const words = control.displayName.split(/[ -]/);
			const lower = words.filter((word) => /^[a-z]/.test(word) && !small.includes(word));
			expect(lower).toEqual([]);
			expect(control.description ?? '').not.toMatch(/\.$|\. /);
			const isStructure = ['resource', 'operation', 'options'].includes(control.name);
			const isList = ['collection', 'fixedCollection'].includes(control.type);
			if (!isStructure && !isList) expect(control.description).toBeTruthy();
			if (control.type === 'boolean') expect(control.description).toMatch(/^Whether /);
		},
	);

	it('offers references from a list, by ID and by name, in modes that saved workflows keep', () => {
		const locators = controls.filter(([, { type }]) => type === 'resourceLocator');
		expect(locators).toHaveLength(19);
		for (const [at, { modes, default: value }] of locators) {
			const others = at === 'booking.rejectReason' ? ['text'] : ['id', 'name'];
			expect([at, modes?.map(({ name }) => name)]).toEqual([at, ['list', ...others]]);
			expect(value).toEqual({ mode: 'list', value: '' });
		}
	});

	it('gives every dropdown a default that is one of its values', () => {
		const dropdowns = controls.filter(([, { type }]) => type === 'options');
		for (const [at, { options, default: value }] of dropdowns) {
			const values = (options as Array<{ value: unknown }>).map((option) => option.value);
			expect([at, values]).toEqual([at, expect.arrayContaining([value])]);
			expect(new Set(values).size).toBe(values.length);
		}
	});
});

describe('the package', () => {
	it('exports the built node and credential', async () => {
		const plugin = (await import('../../index.js' as string)) as {
			SuperOffice: typeof SuperOffice;
			SuperOfficeApi: typeof SuperOfficeApi;
		};
		expect(new plugin.SuperOffice().description.name).toBe('superOffice');
		expect(new plugin.SuperOfficeApi().name).toBe('superOfficeApi');
	});

	it('serves AI agents as a tool, and names its action', () => {
		expect(description.usableAsTool).toBe(true);
		const operation = description.properties.find(({ name }) => name === 'operation');
		expect(operation?.options).toMatchObject([
			{ value: 'create', action: 'Create an appointment' },
			{ value: 'validate', action: 'Validate an appointment' },
		]);
	});
});
