import type { IDataObject } from 'n8n-workflow';
import omit from 'lodash/omit';
import pick from 'lodash/pick';

import type { Carrier } from '../../../../simulator/tenant/carriers';
import { byId, runPolling, runTrigger, NEXT } from '../../../../support';
import { FOUR, MONDAYS, useLife } from '../../../life';
import { delivered } from '../../../SuperOfficeTrigger/payloads';

type Body = Record<string, unknown>;

/** Where items come from. */
const OUTPUTS: Record<string, object> = {
	complete: {},
	simplified: { output: 'simplified' },
	'simplified, by ProgId': { output: 'simplified', customFieldNames: 'progId' },
	selected: {
		output: 'selected',
		select:
			'=AppointmentId,Title,StartDate,EndDate,Contact/Name,Sale,Task/Value,Associate/AssociateId,Participants,Links,VisibleFor,Recurrence,CustomFields,CreatedBy,IsAlldayEvent,HasConflict',
	},
};

const ZONES = ['Europe/Oslo', 'America/Los_Angeles', 'Pacific/Auckland'];

const CUSTOM = {
	'SuperOffice:1': 'A-4711',
	'SuperOffice:2': '[I:7]',
	'SuperOffice:3': '[I:5] is no number here',
	'SuperOffice:4': '[F:1250.5]',
	'SuperOffice:5': '[I:1]',
	'SuperOffice:6': '[D:12/31/2026]',
	'SuperOffice:7': '[I:2]',
	'SuperOffice:8': '4711',
	'Facilities:RoomSetup': 'Circle',
	x_started: '[DT:03/29/2026 02:30:00.0000000]',
	x_call_time: '[T:14:52]',
	x_travel: '[TS:108000]',
	x_related_company: '[I:2]',
	x_category: '[I:1]',
	x_reference: 'R',
};

/** Appointments as somebody has saved them. */
const APPOINTMENTS: Record<string, object> = {
	'an ordinary one': {
		Title: 'Ordinary',
		StartDate: '2026-09-07T08:00:00Z',
		EndDate: '2026-09-07T09:00:00Z',
		Contact: { ContactId: 1 },
		Person: { PersonId: 10 },
		Completed: 'Started',
		AlarmLeadTime: '00:15:00',
		HasAlarm: true,
	},
	'one of whole days': {
		Title: 'All day',
		StartDate: '2026-09-06T22:00:00Z',
		EndDate: '2026-09-08T21:59:59Z',
		IsAlldayEvent: true,
	},
	'one with all that there is': {
		Title: 'Whole',
		Agenda: 'One\nTwo',
		Location: 'Room 5',
		StartDate: '2026-09-07T20:00:00Z',
		EndDate: '2026-09-07T21:30:00Z',
		Contact: { ContactId: 1 },
		Project: { ProjectId: 2 },
		Sale: { SaleId: 1 },
		Priority: { Id: 3 },
		Participants: [...FOUR, { EmailAddress: 'guest@example.com', SendEmail: true }],
		Links: [{ EntityName: 'sale', Id: 2, Description: 'Offer' }],
		VisibleFor: [{ Visibility: 'Group', VisibleId: 7 }],
		PublishTo: '2026-12-31T22:59:59Z',
		CustomFields: CUSTOM,
	},
	'one of a series': { ...MONDAYS, Title: 'Mondays' },
};

/** What SuperOffice sets with each save, and the label of a list's row. */
const SET = ['UpdatedBy', 'UpdatedDate'];

function lasting(record: Body): Body {
	const visible = (record.VisibleFor as Body[]).map((one) => ({
		Visibility: one.Visibility,
		VisibleId: one.VisibleId ?? 0,
	}));
	const links = (record.Links as Body[]).map((one) => omit(one, 'LinkId', 'ExtraInfo'));
	return { ...omit(record, SET), VisibleFor: visible, Links: links };
}

/** What belongs to the one appointment alone, and not to a copy. */
const OWN = [
	'AppointmentId',
	'MotherId',
	'CreatedDate',
	'CreatedBy',
	'Participants',
	'HasConflict',
];

/** What simplified output has of an appointment, and a copy of it. */
const SIMPLIFIED = [
	...['Title', 'StartDate', 'EndDate', 'IsAlldayEvent', 'Type', 'Task'],
	...['Associate', 'Contact', 'Person', 'Completed', 'CustomFields'],
];

function copied(record: Body): Body {
	const { Recurrence, Participants } = record as { Recurrence: Body; Participants: Body[] };
	return {
		...omit(lasting(record), OWN),
		Recurrence: omit(Recurrence, 'RecurrenceId'),
		Who: Participants.map((one) => [one.AssociateId, one.PersonId, one.EmailAddress]),
	};
}

describe('an item of the node itself, mapped automatically', () => {
	const { simulator, saved, at, out, refusal } = useLife();
	const auto = { specifyBody: 'autoMap' };
	const target = { appointmentId: byId('={{ $json.AppointmentId ?? $json.appointmentId }}') };
	const record = (id: number) => structuredClone(at(id) ?? {});
	const refused = async (item: IDataObject) => {
		const parameters = { ...auto, appointmentId: byId(305) };
		return (await refusal('update', parameters, { items: [item] })).message;
	};
	const bodies = (method: string) =>
		simulator()
			.requests.filter((one) => one.method === method && /\/Appointment(\/\d+)?$/.test(one.path))
			.map(({ body }) => JSON.parse(body) as Body);

	/** Sends an item to Update: nothing of the record changes, and nothing is sent that it does not have. */
	async function updates(id: number, item: IDataObject, timezone: string, more: object = {}) {
		const before = record(id);
		simulator().requests.splice(0);
		const parameters = { ...auto, ...target, appointmentId: byId(id), ...more };
		await out('update', parameters, { items: [item], timezone });
		expect(lasting(record(id))).toEqual(lasting(before));
		for (const body of bodies('PATCH')) {
			expect(JSON.stringify(body)).not.toMatch(/:null|:DisplayText|TableRight|RecurrenceId/);
			for (const key of ['AppointmentId', 'CreatedBy', 'UpdatedDate', 'HasConflict']) {
				expect(body).not.toHaveProperty(key);
			}
		}
	}

	/** Sends an item to Create: another appointment is there, and it is like the first. */
	async function creates(item: IDataObject, timezone: string): Promise<number> {
		simulator().requests.splice(0);
		const [{ AppointmentId }] = await out('create', auto, { items: [item], timezone });
		const [body] = bodies('POST');
		for (const key of ['AppointmentId', 'MotherId', 'CreatedBy', 'ActiveDate']) {
			expect(body).not.toHaveProperty(key);
		}
		return Number(AppointmentId);
	}

	async function itemOf(id: number, output: object, timezone: string): Promise<IDataObject> {
		const [item] = await out('get', { appointmentId: byId(id), ...output }, { timezone });
		return item as IDataObject;
	}

	describe.each(ZONES)('in %s', (zone) => {
		describe.each(Object.entries(APPOINTMENTS))('of %s', (_name, appointment) => {
			it.each(Object.entries(OUTPUTS))('goes back unchanged, %s', async (_output, output) => {
				const id = await saved(appointment);
				await updates(id, await itemOf(id, output, zone), zone);
			});

			it.each(Object.entries(OUTPUTS).slice(0, 3))('is copied, %s', async (name, output) => {
				const id = await saved(appointment);
				const copy = await creates(await itemOf(id, output, zone), zone);
				expect(copy).not.toBe(id);
				const isWhole = !name.startsWith('simplified');
				const shown = (one: Body) => (isWhole ? copied(one) : pick(copied(one), SIMPLIFIED));
				expect(shown(record(copy))).toEqual(shown(record(id)));
			});
		});

		it('of Create is the same as of Get, in each output', async () => {
			for (const output of Object.values(OUTPUTS)) {
				const parameters = {
					title: 'New',
					startDate: '2026-09-07T10:00:00',
					endDate: '2026-09-07T11:00:00',
					contact: byId(1),
				};
				const [item] = await out('create', { ...parameters, ...output }, { timezone: zone });
				const id = Number(item.AppointmentId);
				await updates(id, item as IDataObject, zone);
				const copy = await creates(item as IDataObject, zone);
				expect(record(copy)).toMatchObject({ Title: 'New', StartDate: record(id).StartDate });
			}
		});
	});

	describe('as a row of Get Many', () => {
		const ROWS: object[] = [
			{ output: 'raw' },
			{ output: 'simplified' },
			{ output: 'selected', select: ['AppointmentId', 'Completed'] },
			{
				output: 'selected',
				select: [
					...['AppointmentId', 'Title', 'StartDate', 'EndDate', 'Task', 'Completed', 'Location'],
					...[
						'Priority',
						'Associate',
						'Contact',
						'Person',
						'Project',
						'Sale',
						'HasAlarm',
						'IsFree',
					],
					...[
						'recurring',
						'recurrenceRuleId',
						'CreatedDate',
						'UpdatedBy',
						'contact/nameDepartment',
					],
					...['CustomFields/SuperOffice:1', 'CustomFields/SuperOffice:5'],
					...['CustomFields/SuperOffice:6', 'CustomFields/SuperOffice:7'],
				],
			},
		];

		async function rowOf(id: number, timezone: string, output: object): Promise<IDataObject> {
			const parameters = { rawFilter: `appointmentId = ${id}`, ...output };
			const [row] = await out('getAll', parameters, { timezone });
			return row as IDataObject;
		}

		it.each(ZONES)('goes back unchanged, and is copied, in %s', async (zone) => {
			for (const appointment of Object.values(APPOINTMENTS)) {
				for (const output of ROWS) {
					const id = await saved(appointment);
					const row = await rowOf(id, zone, output);
					await updates(id, row, zone);
					if (Object.keys(row).length === 2) continue;
					const { Title, StartDate, EndDate, Contact, Task, Completed } = record(id);
					const copy = await creates(row, zone);
					const same = { Title, StartDate, EndDate, Contact, Task, Completed };
					expect(record(copy)).toMatchObject(same);
				}
			}
		});

		it('names records by their numbers, though nothing is called so any more', async () => {
			const id = await saved(APPOINTMENTS['an ordinary one']);
			const gone = { ...(record(id).Contact as Carrier), Name: 'Gone AS', FullName: 'Gone AS' };
			simulator().data.appointments.set(id, { ...record(id), Contact: gone } as Carrier);
			for (const output of ROWS.slice(0, 2)) {
				const row = await rowOf(id, 'Europe/Oslo', output);
				expect(row['contact/name'] ?? row.ContactName).toBe('Gone AS');
				simulator().requests.splice(0);
				await out('update', { ...auto, ...target }, { items: [row] });
				expect(bodies('PATCH')).toEqual([expect.objectContaining({ Contact: { ContactId: 1 } })]);
				const [copy] = await out('create', auto, { items: [row] });
				expect(copy).toMatchObject({ Contact: { ContactId: 1 } });
			}
		});

		it('says that it is completed, or is so no more', async () => {
			const id = await saved({ Title: 'Open', Completed: 'Started' });
			for (const output of ROWS.slice(0, 2)) {
				const row = await rowOf(id, 'Europe/Oslo', output);
				for (const Completed of ['Completed', 'NotStarted', 'Started']) {
					await out('update', { ...auto, ...target }, { items: [{ ...row, Completed }] });
					expect(at(id)?.Completed).toBe(Completed);
				}
			}
		});

		it('is told from a sheet whose headings are columns, too', async () => {
			const item = { appointmentId: 305, date: '2026-09-07', time: '10:00', title: 'Sheet' };
			expect(await refused(item)).toMatch(/not properties of an appointment: date, time$/);
		});
	});

	describe('as an item of a trigger', () => {
		const fetched = { fetchRecord: true };

		it.each(
			Object.entries({
				alone: {},
				complete: fetched,
				simplified: { ...fetched, output: 'simplified' },
			}),
		)('goes back unchanged, and is copied, %s', async (_name, parameters) => {
			const id = await saved(APPOINTMENTS['an ordinary one']);
			const { Associate, Contact, Person } = record(id) as Record<string, Carrier>;
			const row = {
				associate_id: Associate.AssociateId,
				contact_id: Contact.ContactId,
				person_id: Person.PersonId,
				task_idx: (record(id).Task as Carrier).TaskListItemId,
			};
			const event = delivered('activity.changed', { PrimaryKey: id }, row);
			const pushed = await runTrigger(simulator(), { events: [], ...parameters }, event);
			expect(pushed.error?.message).toBeUndefined();
			const change = {
				event: 'activity.changed',
				eventId: `activity.changed/${id}/2026-09-01T00:00:00Z`,
				time: '2026-09-01T00:00:00Z',
				AppointmentId: id,
				AssociateId: Associate.AssociateId,
				ContactId: Contact.ContactId,
			};
			const polled = await runPolling(simulator(), parameters, [{ json: change as IDataObject }]);
			expect(polled.error?.message).toBeUndefined();
			for (const result of [pushed, polled]) {
				const item = result.itemsOf(NEXT)[0].json;
				expect(item.AppointmentId).toBe(id);
				await updates(id, item, 'Europe/Oslo');
				const copy = await creates(item, 'Europe/Oslo');
				expect(record(copy)).toMatchObject({ Contact, Associate });
				if ('fetchRecord' in parameters) expect(record(copy).Title).toBe('Ordinary');
			}
		});
	});

	it('keeps answers that came in after it was got', async () => {
		const id = await saved({ ...APPOINTMENTS['an ordinary one'], Participants: FOUR });
		const item = await itemOf(id, {}, 'Europe/Oslo');
		const [copy] = simulator()
			.data.appointments.booking(id)
			.filter((row) => row.AppointmentId !== id);
		await out('accept', { appointmentId: byId(Number(copy.AppointmentId)) });
		const before = record(id).Participants;
		await out('update', { ...auto, ...target }, { items: [{ ...item, Title: 'Later' }] });
		expect(record(id)).toMatchObject({ Title: 'Later', Participants: before });
	});

	it('takes what was set beside its own words', async () => {
		const id = await saved(APPOINTMENTS['an ordinary one']);
		for (const output of Object.values(OUTPUTS)) {
			const item = await itemOf(id, output, 'Europe/Oslo');
			const edited = { ...item, Contact: 'Nordlys Energi AS', Title: 'Edited', Person: 31 };
			await out('update', { ...auto, ...target }, { items: [edited as IDataObject] });
			expect(record(id)).toMatchObject({ Title: 'Edited', Contact: { ContactId: 3 } });
		}
	});

	it.each(['AppointmentId,CreatedDate', 'AppointmentId,Recurrence', 'AppointmentId,Contact/City'])(
		'changes nothing where nothing of it can change: %s',
		async (select) => {
			const id = await saved(APPOINTMENTS['one of a series']);
			const item = await itemOf(id, { output: 'selected', select: `=${select}` }, 'Europe/Oslo');
			await updates(id, item, 'Europe/Oslo');
			expect(bodies('PATCH')).toEqual([]);
		},
	);

	it('is told from an item that only names its appointment', async () => {
		expect(await refused({ AppointmentId: 305 })).toMatch(/there is nothing to update/);
	});

	it('is refused for a field of no property, by name', async () => {
		const id = await saved(APPOINTMENTS['an ordinary one']);
		const item = await itemOf(id, {}, 'Europe/Oslo');
		const other = { ...item, AppointmentId: 305, Titel: 'A', operation: 'later' };
		expect(await refused(other)).toMatch(/not properties of an appointment: Titel, operation$/);
	});
});
