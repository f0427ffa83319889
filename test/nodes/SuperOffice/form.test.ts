import type { INodeProperties } from 'n8n-workflow';

import { SuperOffice } from '../../../nodes/SuperOffice/SuperOffice.node';
import { resources } from '../../../nodes/SuperOffice/resources';
import type { SuperOfficeApi } from '../../../credentials/SuperOfficeApi.credentials';

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

/** The modes of locators that name no records. */
const OWN_MODES = {
	rejectReason: ['text'],
	mrmrs: ['text'],
	salutation: ['text'],
	matchField: ['key'],
	keyField: ['key'],
	'customFields.field': ['text'],
};

const controls = walk(description.properties);

/** The controls of a resource. */
const controlsOf = (resource: string) =>
	description.properties.filter(({ displayOptions }) =>
		displayOptions?.show?.resource?.includes(resource),
	);

/** The parameters that an operation shows, in the order of the form. */
const shownFor = (operation: string, resource = 'appointment') =>
	controlsOf(resource)
		.filter(({ displayOptions }) => displayOptions?.show?.operation?.includes(operation))
		.map(({ name }) => name);

const OUTPUT = ['output', 'select', 'customFieldNames'];
const GUARD = 'onlyIfUnmodifiedSince';

describe.each(Object.entries(resources))('the form of %s', (name, { fields, defaultOperation }) => {
	it('shows at most 13 controls beside resource and operation in the one that it starts with', () => {
		const shown = shownFor(defaultOperation, name).filter((one) => one !== 'jsonBody');
		expect(shown.length).toBeLessThanOrEqual(13);
		expect(shown[0]).toBe('specifyBody');
		expect(shown.at(-1)).toBe('options');
	});

	it('has a control for each property, what SuperOffice sets itself in the last group', () => {
		const create = controlsOf(name).filter(({ displayOptions }) =>
			displayOptions?.show?.operation?.includes(defaultOperation),
		);
		const paths = walk(create).map(([at]) => at);
		for (const [parameter, { group }] of Object.entries(fields)) {
			const at = group ? `${group}.${parameter}` : parameter;
			expect(paths).toContain(at);
		}
	});
});

it('finds a record again by what its entity names, the usual one first', () => {
	const matchBy = (resource: string) => {
		const found = controlsOf(resource).find((one) => one.name === 'matchBy');
		const values = (found?.options as Array<{ value: string }>).map(({ value }) => value);
		return [found?.default, values];
	};
	expect(matchBy('appointment')).toEqual(['customField', ['customField', 'foreignKey', 'nothing']]);
	expect(matchBy('company')).toEqual([
		'orgNr',
		[...['number1', 'customField', 'domain', 'foreignKey', 'name', 'nothing', 'number2'], 'orgNr'],
	]);
	expect(matchBy('person')).toEqual([
		'email',
		['customField', 'email', 'foreignKey', 'nothing', 'personNumber'],
	]);
});

describe('the form', () => {
	const FIELDS = [
		...['title', 'startDate', 'endDate', 'associate', 'contact', 'person'],
		...['additionalFields', 'participants', 'recurrence'],
	];
	const CUSTOM = 'customFieldValues';
	const MAILS = ['updateMode', 'sendEmailToParticipants'];

	it('shows what people set first, in at most 12 controls beside resource and operation', () => {
		expect(description.properties.slice(0, 3).map(({ name }) => name)).toEqual([
			'authentication',
			'resource',
			'operation',
		]);
		expect(shownFor('create')).toEqual(['specifyBody', 'jsonBody', ...FIELDS, CUSTOM, 'options']);
	});

	it('starts with creating, and lists the operations by their labels', () => {
		const operation = description.properties.find(({ name }) => name === 'operation');
		expect(operation?.default).toBe('create');
		const labels = (operation?.options ?? []).map(({ name }) => name);
		expect(labels).toEqual([...labels].sort());
	});

	it.each([
		['accept', ['appointmentId', 'updateMode', 'sendConfirmation', 'options']],
		[
			'addParticipants',
			['appointmentId', 'participants', 'updateMode', 'sendEmailToParticipants', 'options'],
		],
		['addVideoMeeting', ['appointmentId', 'options']],
		['removeVideoMeeting', ['appointmentId', 'options']],
		['assign', ['appointmentId', 'assignTo', 'updateMode', 'options']],
		['delete', ['appointmentId', ...MAILS, 'options']],
		['setCompleted', ['appointmentId', 'completed', 'options']],
		[
			'update',
			[
				'appointmentId',
				'specifyBody',
				'jsonBody',
				'jsonPatch',
				...FIELDS,
				'clear',
				CUSTOM,
				...MAILS,
				'options',
			],
		],
		[
			'upsert',
			[
				'appointmentId',
				'matchBy',
				'matchField',
				'matchValue',
				'foreignApplication',
				'foreignDevice',
				'foreignKeyName',
				'foreignKeyValue',
				'specifyBody',
				'jsonBody',
				...FIELDS,
				CUSTOM,
				'options',
			],
		],
		['getAll', ['returnAll', 'limit', 'period', 'from', 'to', 'filters', 'options']],
		['findFreeTime', ['owners', 'duration', 'from', 'count', 'options']],
		['getCustomFields', ['options']],
		['getDefaults', ['type', 'associate', 'options']],
		['getLinks', ['appointmentId', 'options']],
		['getParticipants', ['appointmentId', 'options']],
		['getSeries', ['appointmentId', 'options']],
		['getSeriesDates', ['startDate', 'endDate', 'associate', 'recurrence', 'options']],
		['move', ['appointmentId', 'newStartTime', 'updateMode', 'sendEmailToParticipants', 'options']],
		['reject', ['appointmentId', 'rejectReason', 'updateMode', 'sendConfirmation', 'options']],
		[
			'removeParticipants',
			['appointmentId', 'participants', 'updateMode', 'sendEmailToParticipants', 'options'],
		],
	])('shows what %s needs, its target first and the options last', (operation, names) => {
		expect(shownFor(operation)).toEqual(names);
	});

	it.each([
		[
			'create',
			[
				...OUTPUT,
				...['startFromDefaults', 'ignoreUnknownFields', 'validateFirst', 'refuseConflicts'],
				...['createOnce', 'whenSeveralMatch'],
			],
		],
		['validate', ['startFromDefaults', 'ignoreUnknownFields']],
		['update', [...OUTPUT, GUARD, 'ignoreUnknownFields']],
		[
			'upsert',
			[...OUTPUT, ...['startFromDefaults', 'ignoreUnknownFields', 'whenFound', 'whenSeveralMatch']],
		],
		['delete', [GUARD]],
		['get', [...OUTPUT, 'includeForeignKeys', 'onlyIfModifiedSince', 'whenUnchanged']],
		['getAll', ['output', 'select', 'sort', 'rawFilter', 'returnEverything']],
		['getLinks', []],
	])('has the options of %s before those of all operations', (operation, own) => {
		const optionsOf = (one: string) => {
			const found = controlsOf('appointment').find(
				({ name, displayOptions }) =>
					name === 'options' && displayOptions?.show?.operation?.includes(one),
			);
			return (found?.options ?? []).map(({ name }) => name);
		};
		const shared = optionsOf('getCustomFields');
		expect(shared).toContain('timeout');
		expect(optionsOf(operation)).toEqual([...own, ...shared]);
	});

	it('offers no number of its own for an appointment that has one', () => {
		const groups = controlsOf('appointment').filter(({ name }) => name === 'additionalFields');
		const withNumber = groups.filter((group) =>
			walk([group]).some(([at]) => at.endsWith('.appointmentId')),
		);
		const operations = withNumber.flatMap(({ displayOptions }) => displayOptions?.show?.operation);
		expect(operations).toEqual(['create', 'validate']);
	});

	it('says who invites where all participants are given, and that a list replaces another', () => {
		const tables = description.properties.filter(({ name }) => name === 'participants');
		const told = tables.map((table) => {
			const associate = walk([table]).find(([at]) => at.endsWith('.associateId'));
			return [
				table.displayOptions?.show?.operation,
				associate?.[1].hint,
				/replaces/.test(table.description ?? ''),
			];
		});
		const first =
			'The first participant organizes the meeting, and owns it if Owner is empty: add yourself first';
		expect(told).toHaveLength(4);
		expect(told).toEqual(
			expect.arrayContaining([
				[['create', 'validate'], first, false],
				[['update', 'upsert'], first, true],
				[['addParticipants'], undefined, false],
				[['removeParticipants'], undefined, false],
			]),
		);
	});

	it('has no mandatory parameter', () => {
		expect(controls.filter(([, { required }]) => required)).toEqual([]);
	});

	it.each(controls)('%s has a title-case label and help in whole sentences', (_at, control) => {
		const small = ['a', 'an', 'and', 'at', 'by', 'for', 'in', 'of', 'or', 'the', 'to', 'with'];
		const words = control.displayName.split(/[ -]/);
		const lower = words.filter((word) => /^[a-z]/.test(word) && !small.includes(word));
		expect(lower).toEqual([]);
		// As n8n has it: several sentences end with a full stop, one alone does not.
		const description = control.description ?? '';
		expect(description.endsWith('.')).toBe(/[.)] [A-Z]/.test(description));
		const isStructure = ['resource', 'operation', 'options'].includes(control.name);
		const isList = ['collection', 'fixedCollection'].includes(control.type);
		if (!isStructure && !isList) expect(control.description).toBeTruthy();
		if (control.type === 'boolean') expect(control.description).toMatch(/^Whether /);
	});

	it('offers references from a list, by ID and by name, in modes that saved workflows keep', () => {
		const locators = controls.filter(([, { type }]) => type === 'resourceLocator');
		expect(locators.length).toBeGreaterThan(20);
		for (const [at, { modes, default: value }] of locators) {
			const [, own] = Object.entries(OWN_MODES).find(([name]) => at.endsWith(name)) ?? [];
			const others = own ?? ['id', 'name'];
			expect([at, modes?.map(({ name }) => name)]).toEqual([at, ['list', ...others]]);
			expect(value).toEqual({ mode: 'list', value: '' });
		}
	});

	it('gives every dropdown a default that is one of its values', () => {
		const isLoaded = ({ typeOptions }: INodeProperties) => typeOptions?.loadOptionsMethod;
		const dropdowns = controls.filter(([, one]) => one.type === 'options' && !isLoaded(one));
		for (const [at, { options, default: value }] of dropdowns) {
			const values = (options as Array<{ value: unknown }>).map((option) => option.value);
			expect([at, values]).toEqual([at, expect.arrayContaining([value])]);
			expect(new Set(values).size).toBe(values.length);
		}
	});
});

describe('the package', () => {
	it('exports the built node and credential', async () => {
		const plugin = (await import('../../../index.js' as string)) as {
			SuperOffice: typeof SuperOffice;
			SuperOfficeApi: typeof SuperOfficeApi;
		};
		expect(new plugin.SuperOffice().description.name).toBe('superOffice');
		expect(new plugin.SuperOfficeApi().name).toBe('superOfficeApi');
	});

	it('serves AI agents as a tool, and names its action', () => {
		expect(description.usableAsTool).toBe(true);
		const operation = description.properties.find(({ name }) => name === 'operation');
		expect(operation?.options).toMatchObject(
			expect.arrayContaining([
				expect.objectContaining({ value: 'create', action: 'Create appointment' }),
				expect.objectContaining({ value: 'validate', action: 'Validate appointment' }),
			]) as object,
		);
	});
});
