import type { IDataObject } from 'n8n-workflow';

import { byId, byName, NEXT, runNode, useSimulator, type Run } from '../../support';

const DAY = '2026-07-01';

describe('an appointment that is updated', () => {
	const simulator = useSimulator();
	const stored = (id: number) => simulator().data.appointments.get(id) as IDataObject;

	/** Creates an appointment, and forgets how. */
	async function create(parameters: object = {}): Promise<number> {
		const times = { startDate: `${DAY}T10:00:00`, endDate: `${DAY}T11:00:00` };
		const result = await runNode(simulator(), { title: 'Before', ...times, ...parameters });
		expect(result.error?.message).toBeUndefined();
		simulator().requests.splice(0);
		return Number(result.itemsOf(NEXT)[0].json.AppointmentId);
	}

	const run = async (id: number | string, parameters: object, more: Run = {}) =>
		await runNode(
			simulator(),
			{ operation: 'update', appointmentId: byId(id), ...parameters },
			more,
		);

	async function update(id: number | string, parameters: object, more: Run = {}) {
		const result = await run(id, parameters, more);
		expect(result.error?.message).toBeUndefined();
		return result.itemsOf(NEXT);
	}

	const asked = () => simulator().requests.map(({ method, path }) => `${method} ${path.slice(8)}`);
	const sent = (index = -1) =>
		JSON.parse(simulator().requests.at(index)?.body ?? 'null') as IDataObject;

	it('is sent what is set, and keeps the rest', async () => {
		const id = await create({ location: 'Oslo' });
		const [item] = await update(id, {
			title: 'After',
			agenda: '',
			priority: byName('High'),
		});
		expect(asked().at(-1)).toBe(`PATCH Appointment/${id}`);
		expect(sent()).toEqual({ Title: 'After', Agenda: '', Priority: { Id: 3 } });
		expect(simulator().requests.at(-1)?.headers['content-type']).toBe('application/json');
		const after = { Title: 'After', Location: 'Oslo', StartDate: `${DAY}T08:00:00Z` };
		expect(stored(id)).toMatchObject(after);
		expect(item.json).toMatchObject({ AppointmentId: id, ...after });
	});

	it('gives each item its own change, paired with it', async () => {
		const ids = [await create(), await create()];
		const items = ids.map((id, index) => ({ id, title: `Number ${index}` }));
		const out = await update('={{ $json.id }}', { title: '={{ $json.title }}' }, { items });
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(ids.map((id) => stored(id).Title)).toEqual(['Number 0', 'Number 1']);
	});

	it('comes out as create gives it: simplified, or with selected properties', async () => {
		const id = await create();
		const [simple] = await update(id, { title: 'After', output: 'simplified' });
		expect(simple.json).toMatchObject({ Title: 'After', AssociateId: 1 });
		const [selected] = await update(id, { title: 'A', output: 'selected', select: '=Title' });
		expect(selected.json).toEqual({ Title: 'A' });
		expect(simulator().requests.at(-1)?.query).toEqual({ $select: 'Title,AppointmentId' });
	});

	describe('at other times', () => {
		const start = (time: string) => ({ startDate: `${DAY}T${time}` });

		it('starts as set, and ends as before', async () => {
			const id = await create();
			await update(id, start('10:30:00'));
			expect(asked()).toEqual([`GET Appointment/${id}`, `PATCH Appointment/${id}`]);
			const select = 'StartDate,EndDate,IsAlldayEvent,AppointmentId';
			expect(simulator().requests[0].query.$select).toBe(select);
			expect(sent()).toEqual({ StartDate: `${DAY}T08:30:00Z` });
			expect(stored(id).EndDate).toBe(`${DAY}T09:00:00Z`);
		});

		it.each([
			[
				'start after the end that stays',
				start('12:00:00'),
				/^Start \(startDate\): .* is after the end, .*T11:00:00.*, which stays$/,
			],
			[
				'end before the start that stays',
				{ endDate: `${DAY}T09:00:00` },
				/^End \(endDate\): .* is before the start, .*T10:00:00.*, which stays$/,
			],
			[
				'end before the start that is set',
				{ ...start('12:00:00'), endDate: `${DAY}T11:30:00` },
				/^End \(endDate\): .* is before the start, [^,]*$/,
			],
		])('is not saved with a %s', async (_name, parameters, message) => {
			const id = await create();
			const result = await run(id, parameters);
			expect(result.error?.message).toMatch(message);
			expect(asked()).toEqual([`GET Appointment/${id}`]);
			expect(stored(id).StartDate).toBe(`${DAY}T08:00:00Z`);
		});

		it('covers whole days when it becomes all-day', async () => {
			const id = await create();
			await update(id, { isAlldayEvent: true });
			expect(sent()).toEqual({
				IsAlldayEvent: true,
				StartDate: '2026-06-30T22:00:00Z',
				EndDate: '2026-07-01T21:59:59Z',
			});
		});

		it('covers whole days when it is all-day', async () => {
			const id = await create({ isAlldayEvent: true });
			await update(id, { endDate: '2026-07-03T12:00:00' });
			expect(sent()).toEqual({ EndDate: '2026-07-03T21:59:59Z' });
		});

		it('is not read first when no time changes', async () => {
			const id = await create();
			await update(id, { title: 'After' });
			expect(asked()).toEqual([`PATCH Appointment/${id}`]);
		});
	});

	describe('with properties that are cleared', () => {
		it('has no company, text, date or list there any more', async () => {
			const id = await create({
				agenda: 'Long',
				contact: byId(3),
				publishFrom: `${DAY}T10:00:00`,
			});
			const clear = ['contact', 'agenda', 'publishFrom', 'title', 'links'];
			await update(id, { clear });
			expect(sent()).toEqual({
				Contact: null,
				Agenda: '',
				PublishFrom: null,
				Title: '',
				Links: [],
			});
			expect(stored(id)).toMatchObject({ Contact: null, Agenda: '', Title: '' });
			expect(stored(id).PublishFrom).toMatch(/^0001/);
		});

		it('takes their names as a text, as an AI gives it', async () => {
			const id = await create();
			await update(id, { clear: '={{ "Agenda, contact" }}' });
			expect(sent()).toEqual({ Agenda: '', Contact: null });
		});

		it.each([
			['that is set too', ['title'], /^Clear \(clear\): Title \(title\) is set and cleared$/],
			['that it cannot be without', ['startDate'], /^Clear \(clear\): "startDate" is not one of/],
		])('refuses one %s', async (_name, clear, message) => {
			const id = await create();
			const result = await run(id, { title: 'After', clear });
			expect(result.error?.message).toMatch(message);
			expect(asked()).toEqual([]);
		});
	});

	it('takes typed custom fields, without demanding the mandatory ones', async () => {
		const id = await create();
		const value = { 'SuperOffice:1': 'A-1', 'SuperOffice:2': 7 };
		await update(id, {
			customFieldValues: { mappingMode: 'defineBelow', value },
		});
		const encoded = { 'SuperOffice:1': 'A-1', 'SuperOffice:2': '[I:7]' };
		expect(sent()).toEqual({ CustomFields: encoded });
		expect(stored(id).CustomFields).toMatchObject(encoded);
	});

	describe('by the incoming item', () => {
		const autoMap = { specifyBody: 'autoMap' };

		it('takes its fields, but for its own number', async () => {
			const id = await create();
			await update(id, autoMap, { items: [{ appointmentid: id, Title: 'After', Agenda: null }] });
			expect(sent()).toEqual({ Title: 'After' });
		});

		it('refuses that of another appointment', async () => {
			const id = await create();
			const result = await run(id, autoMap, { items: [{ AppointmentId: 305, Title: 'After' }] });
			expect(result.error?.message).toBe(
				`Specify Body (specifyBody): AppointmentId is 305, but the appointment to change is ${id}`,
			);
			expect(asked()).toEqual([]);
		});
	});

	it('takes JSON as it is written: objects are merged, one for a list is appended', async () => {
		const id = await create({
			links: { link: [{ entityName: 'document', id: byId(1) }] },
		});
		const jsonBody = '{ "Agenda": null,  "Links": { "EntityName": "sale", "Id": 1 } }';
		await update(id, { specifyBody: 'json', jsonBody });
		expect(simulator().requests.at(-1)?.body).toBe(jsonBody);
		expect(stored(id).Links).toHaveLength(2);
		const other = await run(id, { specifyBody: 'json', jsonBody: '{"appointmentId":305}' });
		expect(other.error?.message).toMatch(/^JSON Body \(jsonBody\): appointmentId is 305/);
	});

	describe('by a JSON Patch', () => {
		const patch = (jsonPatch: unknown) => ({ specifyBody: 'jsonPatch', jsonPatch });
		const test = { op: 'test', path: '/Title', value: 'Before' };
		const replace = { op: 'replace', path: 'title', value: 'After' };

		it('goes as it is', async () => {
			const id = await create();
			await update(id, patch(JSON.stringify([test, replace])));
			expect(sent()).toEqual([test, replace]);
			expect(stored(id).Title).toBe('After');
		});

		it('is a conflict when its test fails', async () => {
			const id = await create();
			const result = await run(id, patch(JSON.stringify([{ ...test, value: 'x' }, replace])));
			expect(result.error?.message).toMatch(/^SuperOffice reports a conflict/);
			expect(stored(id).Title).toBe('Before');
		});

		it.each([
			['that is none', '{"Title":"a"}', /^JSON Patch \(jsonPatch\): .* is not a list/],
			['without operations', '[]', /there is nothing to update/],
			['of what is no object', '[1]', /\(jsonPatch\[0\]\): 1 is not an object/],
			[
				'that moves',
				'[{"op":"move","path":"/Title"}]',
				/\(jsonPatch\[0\]\): "move" is no operation/,
			],
			['of no property', '[{"op":"remove","path":"/"}]', /"\/" is not the path of a property/],
			['without a value', '[{"op":"add","path":"/Title"}]', /"add" has no value/],
			[
				'for another appointment',
				'[{"op":"replace","path":"appointmentid","value":305}]',
				/the number of an appointment stays/,
			],
		])('%s is refused before it is sent', async (_name, jsonPatch, message) => {
			const id = await create();
			const result = await run(id, patch(jsonPatch));
			expect(result.error?.message).toMatch(message);
			expect(asked()).toEqual([]);
		});

		it('is refused for a series, for which there is another call', async () => {
			const id = await create();
			const body = { ...patch(JSON.stringify([replace])), updateMode: 'ThisAndForward' };
			const result = await run(id, body);
			expect(result.error?.message).toMatch(
				/^Series \(updateMode\): a JSON Patch can only change this/,
			);
			expect(asked()).toEqual([]);
		});
	});

	describe('only if nobody changed it', () => {
		const since = (year: number) => ({ onlyIfUnmodifiedSince: `${year}-01-01T12:00:00` });

		it('sends the time as HTTP has it', async () => {
			const id = await create();
			await update(id, { title: 'After', ...since(2099) });
			expect(simulator().requests.at(-1)?.headers['if-unmodified-since']).toBe(
				'Thu, 01 Jan 2099 11:00:00 GMT',
			);
		});

		it('asks for another time where the record was never changed', async () => {
			const id = await create();
			const onlyIfUnmodifiedSince = '0001-01-01T00:00:00Z';
			const result = await run(id, { title: 'After', onlyIfUnmodifiedSince });
			expect(result.error?.message).toMatch(/records that were never changed$/);
			expect(result.error?.description).toMatch(/CreatedDate/);
			expect(stored(id).Title).toBe('Before');
		});

		it.each([[{}], [{ updateMode: 'ThisAndForward' }]])(
			'says so otherwise, and saves nothing (%j)',
			async (mode) => {
				const id = await create();
				const result = await run(id, { title: 'After', ...since(2020), ...mode });
				expect(result.error?.message).toMatch(/[Tt]he record was changed in the meantime/);
				expect(result.error?.description).toMatch(/Read the record again and repeat the step/);
				expect(stored(id).Title).toBe('Before');
			},
		);
	});

	it('says that it is not there', async () => {
		const result = await run(999_999_999, { title: 'After' });
		expect(result.error?.message).toMatch(/^SuperOffice did not find it/);
	});

	describe('of a series', () => {
		const rule = { pattern: 'Daily', endType: 'Counter', counter: 3 };
		async function createSeries() {
			const jsonBody = JSON.stringify({
				Title: 'Before',
				StartDate: `${DAY}T08:00:00Z`,
				EndDate: `${DAY}T09:00:00Z`,
				Contact: { ContactId: 3 },
				CustomFields: { 'SuperOffice:1': 'A-1' },
				Recurrence: {
					IsRecurrence: true,
					Pattern: rule.pattern,
					DayPattern: { Pattern: 'EveryCyclicDay', Cycle: 1 },
					StartDate: `${DAY}T00:00:00`,
					RecurrenceEndType: rule.endType,
					RecurrenceCounter: rule.counter,
				},
			});
			const whole = { title: undefined, startDate: undefined, endDate: undefined, jsonBody };
			const id = await create({ specifyBody: 'json', ...whole });
			return [id, id + 1, id + 2];
		}
		const titles = (ids: number[]) => ids.map((id) => stored(id)?.Title);

		it('leaves the others alone unless told otherwise', async () => {
			const ids = await createSeries();
			await update(ids[1], { title: 'After' });
			expect(titles(ids)).toEqual(['Before', 'After', 'Before']);
		});

		it('changes this one and the following ones, the whole record saved with its changes', async () => {
			const ids = await createSeries();
			const [item] = await update(ids[1], {
				title: 'After',
				contact: byId(4),
				agenda: 'New',
				clear: ['project'],
				updateMode: 'ThisAndForward',
			});
			const reading = `GET Appointment/${ids[1]}`;
			expect(asked()).toEqual([reading, reading, 'POST Agents/Appointment/Save']);
			const body = sent() as { AppointmentEntity: IDataObject };
			expect(body).toMatchObject({
				UpdateMode: 'ThisAndForward',
				SendEmailToParticipants: false,
				AppointmentEntity: {
					AppointmentId: ids[1],
					Title: 'After',
					Agenda: 'New',
					Contact: { ContactId: 4 },
					Project: null,
					Task: { TaskListItemId: 2 },
				},
			});
			const { AppointmentEntity: entity } = body;
			expect(entity.Contact).toEqual({ ContactId: 4 });
			// Days without a zone, as an instant may be another day elsewhere.
			expect(entity.Recurrence).toMatchObject({ StartDate: `${DAY}T00:00:00` });
			expect(entity.ActiveDate).toBe(entity.StartDate);
			expect(entity.CustomFields).toMatchObject({ 'SuperOffice:1': 'A-1' });
			expect(JSON.stringify(entity.CustomFields)).not.toMatch(/:org|DisplayText/);
			for (const property of ['TableRight', '_Links', 'UserDefinedFields', 'ExtraFields']) {
				expect(entity).not.toHaveProperty(property);
			}
			expect(titles(ids)).toEqual(['Before', 'After', 'After']);
			expect(item.json).toMatchObject({ AppointmentId: ids[1], Title: 'After' });
		});

		it('merges JSON as PATCH does, in any case', async () => {
			const ids = await createSeries();
			const jsonBody =
				'{"title":"After","links":{"EntityName":"sale","Id":1},"recurrence":{"recurrencecounter":2},"UserDefinedFields":{"SuperOffice:1":"B-2"}}';
			await update(ids[0], { specifyBody: 'json', jsonBody, updateMode: 'ThisAndForward' });
			const entity = (sent() as { AppointmentEntity: IDataObject }).AppointmentEntity;
			expect(entity).toMatchObject({ Title: 'After', Links: [{ EntityName: 'sale', Id: 1 }] });
			expect(entity.Recurrence).toMatchObject({ Pattern: 'Daily', RecurrenceCounter: 2 });
			expect(entity).not.toHaveProperty('title');
			expect(entity.CustomFields).not.toHaveProperty('SuperOffice:1');
			expect(stored(ids[0]).CustomFields).toMatchObject({ 'SuperOffice:1': 'B-2' });
		});

		it('is found on its new day', async () => {
			const ids = await createSeries();
			const times = { startDate: '2026-09-09T10:00:00', endDate: '2026-09-09T11:00:00' };
			await update(ids[2], { ...times, updateMode: 'ThisAndForward' });
			const { AppointmentEntity: entity } = sent() as { AppointmentEntity: IDataObject };
			expect(entity).toMatchObject({
				StartDate: '2026-09-09T08:00:00Z',
				ActiveDate: '2026-09-09T08:00:00Z',
			});
		});

		it('ends the series here', async () => {
			const ids = await createSeries();
			await update(ids[0], { title: 'Last', updateMode: 'StopRecurrence' });
			expect(titles(ids)).toEqual(['Last', undefined, undefined]);
		});
	});

	it('is refused where there is nothing to update', async () => {
		const id = await create();
		const result = await run(id, {});
		expect(result.error?.message).toBe('Specify Body (specifyBody): there is nothing to update');
		expect(asked()).toEqual([]);
	});

	it('mails the participants when asked to', async () => {
		const participant = [
			{ associateId: byId(1) },
			{ associateId: byId(2), additionalFields: { sendEmail: true } },
		];
		const id = await create({ participants: { participant } });
		await update(id, { title: 'Quietly' });
		expect(simulator().data.mails).toEqual([]);
		await update(id, { title: 'Loudly', sendEmailToParticipants: true });
		expect(sent()).toMatchObject({ UpdateMode: 'OnlyThis', SendEmailToParticipants: true });
		expect(simulator().data.mails).toHaveLength(1);
		expect(stored(id).Title).toBe('Loudly');
	});
});
