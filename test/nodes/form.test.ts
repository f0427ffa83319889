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

/** The modes of locators that name no records. */
const OWN_MODES = {
	rejectReason: ['text'],
	matchField: ['key'],
	keyField: ['key'],
	'customFields.field': ['text'],
};

const controls = walk(description.properties);

describe('the form', () => {
	/** The parameters that an operation shows, in the order of the form. */
	const shownFor = (operation: string) =>
		description.properties
			.filter(({ displayOptions }) => displayOptions?.show?.operation?.includes(operation))
			.map(({ name }) => name);
	const FIELDS = [
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
	];
	const TYPED = ['useTypedCustomFields', 'customFieldValues'];
	const GUARDED = ['updateMode', 'sendEmailToParticipants', 'onlyIfUnmodifiedSince'];
	const OUTPUT = ['output', 'customFieldNames', 'select', 'options'];

	it('shows title, start and end first, then the groups, output and options', () => {
		expect(description.properties.slice(0, 3).map(({ name }) => name)).toEqual([
			'authentication',
			'resource',
			'operation',
		]);
		expect(shownFor('create')).toEqual([
			'specifyBody',
			'jsonBody',
			'ignoreUnknownFields',
			...FIELDS,
			...TYPED,
			'startFromDefaults',
			'validateFirst',
			'refuseConflicts',
			'onUnknownOutcome',
			'keyField',
			'keyValue',
			...OUTPUT,
		]);
	});

	it('starts with creating, and lists the operations by their labels', () => {
		const operation = description.properties.find(({ name }) => name === 'operation');
		expect(operation?.default).toBe('create');
		const labels = (operation?.options ?? []).map(({ name }) => name);
		expect(labels).toEqual([...labels].sort());
	});

	it.each([
		['accept', ['appointmentId', 'updateMode', 'sendConfirmation', ...OUTPUT]],
		[
			'addParticipants',
			['appointmentId', 'participants', 'updateMode', 'sendEmailToParticipants', ...OUTPUT],
		],
		['addVideoMeeting', ['appointmentId', ...OUTPUT]],
		['removeVideoMeeting', ['appointmentId', ...OUTPUT]],
		['assign', ['appointmentId', 'assignTo', 'updateMode', ...OUTPUT]],
		['delete', ['appointmentId', ...GUARDED, 'options']],
		['setCompleted', ['appointmentId', 'completed', ...OUTPUT]],
		[
			'update',
			[
				'appointmentId',
				'specifyBody',
				'jsonBody',
				'jsonPatch',
				'ignoreUnknownFields',
				...FIELDS,
				'clear',
				...TYPED,
				...GUARDED,
				...OUTPUT,
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
				'ignoreUnknownFields',
				...FIELDS,
				...TYPED,
				'startFromDefaults',
				...OUTPUT,
			],
		],
		[
			'getAll',
			[
				'returnAll',
				'returnEverything',
				'limit',
				'period',
				'from',
				'to',
				'filters',
				'rawFilter',
				'columns',
				'sort',
				'options',
			],
		],
		['findFreeTime', ['owners', 'duration', 'from', 'count', 'options']],
		['getCustomFields', ['options']],
		['getDefaults', ['type', 'associate', ...OUTPUT]],
		['getLinks', ['appointmentId', 'options']],
		['getParticipants', ['appointmentId', 'options']],
		['getSeries', ['appointmentId', 'options']],
		['getSeriesDates', ['startDate', 'endDate', 'associate', 'recurrence', 'options']],
		['move', ['appointmentId', 'newStartTime', 'updateMode', 'sendEmailToParticipants', ...OUTPUT]],
		['reject', ['appointmentId', 'rejectReason', 'updateMode', 'sendConfirmation', ...OUTPUT]],
		[
			'removeParticipants',
			['appointmentId', 'participants', 'updateMode', 'sendEmailToParticipants', ...OUTPUT],
		],
	])('shows what %s needs, its target first and the options last', (operation, names) => {
		expect(shownFor(operation)).toEqual(names);
	});

	it('offers no number of its own for an appointment that has one', () => {
		const groups = description.properties.filter(({ name }) => name === 'systemFields');
		const withNumber = groups.filter(({ options }) =>
			options?.some(({ name }) => name === 'appointmentId'),
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
		const first = 'The first participant is the one who invites';
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

	it.each(controls)(
		'%s has a title-case label and one sentence of help without a full stop',
		(_at, control) => {
			const small = ['a', 'an', 'and', 'at', 'by', 'for', 'in', 'of', 'or', 'the', 'to', 'with'];
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
		expect(operation?.options).toMatchObject(
			expect.arrayContaining([
				expect.objectContaining({ value: 'create', action: 'Create an appointment' }),
				expect.objectContaining({ value: 'validate', action: 'Validate an appointment' }),
			]) as object,
		);
	});
});
