import { cases, parameters } from '../../../cases';
import type { Simulator } from '../../../simulator';
import { byId, NEXT, runNode, useSimulator, type Run } from '../../../support';

const AUTO = { specifyBody: 'autoMap' };

const posted = ({ requests }: Simulator) =>
	requests
		.filter(({ method }) => method === 'POST')
		.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

const upper = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

describe('an item mapped automatically', () => {
	const simulator = useSimulator();
	const run = async (item: object, parameters: object = {}, more: Run = {}) =>
		await runNode(simulator(), { ...AUTO, ...parameters }, { items: [item as never], ...more });

	async function refusal(item: object, parameters: object = {}) {
		const { error } = await run(item, parameters);
		expect(posted(simulator())).toEqual([]);
		return `${error?.message} ${error?.description}`;
	}

	/** The properties whose plain value is what the form takes, too. */
	const plain = parameters
		.filter((name) => name !== 'appointmentId' && name !== 'description')
		.map((name) => {
			const { enter, wire, also } = cases[name];
			const isLocator = typeof enter === 'object' && enter !== null && '__rl' in enter;
			return {
				name,
				wire,
				also,
				value: isLocator ? (enter as ReturnType<typeof byId>).value : enter,
			};
		})
		.filter(({ value }) => typeof value !== 'object');

	it.each(plain)(
		'sends $name, whichever case its name has',
		async ({ name, value, wire, also }) => {
			for (const key of [name, upper(name), name.toUpperCase()]) {
				simulator().reset();
				const result = await run({ [key]: value });
				expect(result.error?.message).toBeUndefined();
				expect(posted(simulator())).toEqual([{ [upper(name)]: wire, ...also }]);
			}
		},
	);

	it('takes names for references', async () => {
		const result = await run({
			Title: 'By names',
			Associate: 'Account Manager',
			Contact: 'Nordlys Energi AS',
			Person: 'Technical Contact',
			Task: 'Meeting',
			Priority: 'High',
		});
		expect(result.error?.message).toBeUndefined();
		expect(posted(simulator())).toEqual([
			{
				Title: 'By names',
				Associate: { AssociateId: 2 },
				Contact: { ContactId: 3 },
				Person: { PersonId: 31 },
				Task: { TaskListItemId: 2 },
				Priority: { Id: 3 },
			},
		]);
	});

	it('takes lists and objects, also as JSON text, and the nested records of an answer', async () => {
		const result = await run({
			contact: { ContactId: 2, Name: 'Whatever' },
			participants: [{ associateId: 'Sales Manager' }, { personId: 20, sendEmail: true }],
			links: '[{"EntityName":"sale","Id":2,"description":"Offer"}]',
			recurrence: { pattern: 'Weekly', weekdays: ['Monday'], startDate: '2026-09-07' },
			customFields: { 'SuperOffice:1': 'Blå' },
		});
		expect(result.error?.message).toBeUndefined();
		expect(posted(simulator())).toEqual([
			{
				Contact: { ContactId: 2 },
				Participants: [{ AssociateId: 1 }, { PersonId: 20, SendEmail: true }],
				Links: [{ EntityName: 'sale', Id: 2, Description: 'Offer' }],
				Recurrence: expect.objectContaining({ Pattern: 'Weekly', IsRecurrence: true }) as object,
				CustomFields: { 'SuperOffice:1': 'Blå' },
			},
		]);
	});

	it('leaves empty cells out', async () => {
		await run({ Title: 'T', Location: '', Agenda: null, Contact: '', StartDate: '' });
		expect(posted(simulator())).toEqual([{ Title: 'T' }]);
	});

	it('keeps the rules between properties', async () => {
		const item = { startDate: '2026-07-02', endDate: '2026-07-01' };
		expect(await refusal(item)).toMatch(/End \(endDate\): .* is before the start/);
	});

	it.each<[string, object, RegExp]>([
		[
			'fields that are no properties',
			{ Title: 'T', StartDat: '2026-07-01', row_number: 3 },
			/not properties of an appointment: StartDat, row_number.*Ignore Unknown Fields/,
		],
		['a field twice', { Title: 'A', title: 'B' }, /Title \(Title\): the item also has "title"/],
		[
			'a value that cannot be, by name',
			{ startDate: 'soon' },
			/Start \(startDate\): "soon" is not a possible date/,
		],
		[
			'a name that nothing has',
			{ Contact: 'Nowhere' },
			/Company \(Contact\): no company is named "Nowhere"/,
		],
		[
			'an unknown column of a row',
			{ participants: [{ who: 1 }] },
			/Participants \(participants\.participant\[0\]\): "who" is not known here.*associateId/,
		],
		[
			'what the rest of its row hides',
			{ visibleFor: [{ visibleId: 5 }] },
			/Visible For .*"visibleId" only counts when visibility is Associate or Group/,
		],
		[
			'a last day of a series that ends by number',
			{ recurrence: { pattern: 'Weekly', weekdays: 'Monday', endDate: '2026-12-31' } },
			/Recurrence .*"endDate" only counts when .*recurrenceEndType is EndDate/,
		],
		[
			'a column twice',
			{ participants: [{ personId: 20, PersonID: 21 }] },
			/Participants .*"PersonID" stands twice/,
		],
		[
			'what is no list',
			{ participants: 'all of them' },
			/Participants \(participants\): "all of them" is not JSON/,
		],
		[
			'what is no object',
			{ customFields: 5 },
			/Custom Fields \(Raw\) \(customFields\): 5 is not an object/,
		],
	])('refuses %s', async (_name, item, message) => {
		expect(await refusal(item)).toMatch(message);
	});

	it('ignores what it does not know if told so', async () => {
		await run({ Title: 'T', row_number: 3 }, { ignoreUnknownFields: true });
		expect(posted(simulator())).toEqual([{ Title: 'T' }]);
	});

	it('is copied without its number', async () => {
		await run({ Title: 'T', AppointmentId: 305, CreatedDate: '2026-07-01T10:00:00Z' });
		expect(posted(simulator())).toEqual([{ Title: 'T' }]);
	});

	it('is told that number 0 is a new appointment', async () => {
		await run({ Title: 'T', AppointmentId: 0 });
		expect(posted(simulator())).toEqual([{ Title: 'T', AppointmentId: 0 }]);
	});

	it('lets a property go before a custom field of its label', async () => {
		const answer = [{ FieldName: 'x_loc', DisplayName: 'Location', FieldType: 'ShortText' }];
		simulator().answerNext({ body: answer });
		const item = { Location: 'Room 5', x_loc: 'Oslo' };
		const result = await run(item, {
			customFieldValues: { mappingMode: 'autoMapInputData', value: null },
		});
		expect(result.error?.message).toBeUndefined();
		expect(posted(simulator())).toEqual([{ Location: 'Room 5', CustomFields: { x_loc: 'Oslo' } }]);
	});

	it('takes custom fields by label together with properties, and pairs what comes out', async () => {
		const parameters = {
			...AUTO,
			customFieldValues: { mappingMode: 'autoMapInputData', value: null },
			output: 'simplified',
		};
		const items = [
			{ Title: 'One', Guests: 2, 'Cost Center': '1' },
			{ Title: 'Two', Guests: 3, 'Cost Center': '2' },
		];
		const result = await runNode(simulator(), parameters, { items });
		expect(result.error?.message).toBeUndefined();
		const out = result.itemsOf(NEXT);
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(out.map(({ json }) => json)).toMatchObject([
			{ Title: 'One', CustomFields: { Guests: 2, 'Cost Center': '1' } },
			{ Title: 'Two', CustomFields: { Guests: 3, 'Cost Center': '2' } },
		]);
	});
});
