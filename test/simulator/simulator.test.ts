import {
	AppointmentRestApi,
	type AppointmentEntity,
	type WebApiOptions,
} from '@superoffice/webapi';

import inBaseZone from '../../node_modules/@superoffice/webapi/__tests__/Appointment63.json';
import inNorway from '../../node_modules/@superoffice/webapi/__tests__/Appointment63-notz.json';
import inUtc from '../../node_modules/@superoffice/webapi/__tests__/Appointment63-utctz.json';
import type { Value } from './tenant/carriers';
import { readClock, type Clock } from './engine/dates';
import { LOGIN, startSimulator, type Simulator } from './index';
import { storeDates } from './appointments/save';

const login = Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64');

describe('the simulator', () => {
	let simulator: Simulator;

	beforeAll(async () => (simulator = await startSimulator()));
	beforeEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	const ask = async (path: string, init: RequestInit = {}) =>
		await fetch(simulator.baseUrl + path, {
			...init,
			headers: {
				Authorization: `Basic ${login}`,
				'Content-Type': 'application/json',
				...init.headers,
			},
		});

	describe("answers as the official client's fixtures of appointment 63 show", () => {
		beforeEach(() => {
			const utc = readClock('UTC', 'Europe/Oslo') as Clock;
			simulator.data.appointments.set(63, storeDates(inUtc as Value, utc));
		});

		it.each([
			['without SO-TimeZone', undefined, inBaseZone],
			['for Norway with offsets', 'no,includeTZOffset', inNorway],
			['for UTC with offsets', 'utc,includeTZOffset', inUtc],
		])('%s', async (_name, zone, fixture) => {
			const headers: Record<string, string> = zone ? { 'SO-TimeZone': zone } : {};
			const answer = await ask('/api/v1/Appointment/63', { headers });
			const body = (await answer.json()) as object;
			expect({ ...body, _Links: {} }).toEqual({ ...fixture, _Links: {} });
		});
	});

	describe("serves SuperOffice's own client", () => {
		const client = (options: Partial<WebApiOptions> = {}) =>
			new AppointmentRestApi({
				baseUrl: `${simulator.baseUrl}/api`,
				axiosConfig: { headers: { Authorization: `Basic ${login}` } },
				timezone: 'UTC',
				timezoneInclude: true,
				...options,
			} as WebApiOptions);

		it('with defaults that it can read, post and read again', async () => {
			const blank = await client().getDefaultAsync();
			expect(blank.appointmentId).toBe(0);
			expect(blank.recurrence?.isRecurrence).toBe(false);
			const entity: AppointmentEntity = {
				...blank,
				title: 'From the official client',
				startDate: new Date('2026-07-01T08:00:00Z'),
				endDate: new Date('2026-07-01T09:00:00Z'),
				contact: { contactId: 2 },
			};
			const posted = await client().postAsync(entity);
			expect(posted).toMatchObject({
				appointmentId: 306,
				title: 'From the official client',
				startDate: new Date('2026-07-01T08:00:00Z'),
				contact: { contactId: 2, name: "L'Oreal & Søn" },
				type: 'inDiary',
			});
			expect(posted.alarmLeadTime?.asMinutes()).toBe(0);
			const read = await client().getByIdAsync(306);
			expect(read.title).toBe(posted.title);
			expect(read.startDate).toEqual(posted.startDate);
		});

		it('with its camel-case names and ISO time spans', async () => {
			const blank = await client().getDefaultAsync();
			await client().postAsync({ ...blank, alarmLeadTime: 'PT15M' as never });
			const sent = JSON.parse(simulator.requests[1].body) as object;
			expect(sent).toHaveProperty('alarmLeadTime', 'PT15M');
			expect(simulator.data.appointments.get(306)?.AlarmLeadTime).toBe('00:15:00');
		});

		it('with not-found errors', async () => {
			await expect(client().getByIdAsync(99999)).rejects.toMatchObject({
				response: { status: 404, data: { ErrorMessage: 'Appointment id 99999 not found' } },
			});
		});
	});

	const post = async (body: object, headers = {}, query = '') => {
		const init = { method: 'POST', body: JSON.stringify(body), headers };
		const answer = await ask(`/api/v1/Appointment${query}`, init);
		return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
	};

	it('nulls what is not selected', async () => {
		const { body } = await post(
			{ Title: 'S', Contact: { ContactId: 1 } },
			{},
			'?$select=title,contact/name',
		);
		expect(body).toMatchObject({
			Title: 'S',
			Contact: { ContactId: null, Name: 'Fjord Shipping AS' },
			AppointmentId: null,
			HasAlarm: null,
		});
		expect(Object.keys(body)).toHaveLength(63);
	});

	it('reads unzoned dates in the zone of the request, else in the base zone', async () => {
		const utc = { 'SO-TimeZone': 'UTC,includeTZOffset' };
		const there = await post({ StartDate: '2026-07-01T10:00:00' }, { 'SO-TimeZone': 'US-NY' });
		const id = String(there.body.AppointmentId);
		const read = await ask(`/api/v1/Appointment/${id}`, { headers: utc });
		expect(await read.json()).toMatchObject({ StartDate: '2026-07-01T14:00:00Z' });
		const here = await post({ StartDate: '2026-07-01T10:00:00' });
		expect(here.body.StartDate).toBe('2026-07-01T10:00:00');
		const stored = simulator.data.appointments.get(Number(here.body.AppointmentId));
		expect(stored?.StartDate).toBe('2026-07-01T08:00:00Z');
	});

	it('sets what is its own to set, whatever is sent', async () => {
		const { body } = await post({
			CreatedBy: { AssociateId: 3 },
			CreatedDate: '2001-01-01T00:00:00Z',
			HasConflict: true,
			PreferredTZLocationData: { TZLocationID: 9 },
		});
		expect(body).toMatchObject({ CreatedBy: { AssociateId: 1 }, HasConflict: false });
		expect(body.CreatedDate).not.toMatch(/^2001/);
		expect(body.PreferredTZLocationData).toBeNull();
	});

	it.each([
		[
			'a company that is not there',
			{ Contact: { ContactId: 999 } },
			404,
			/Contact id 999 not found/,
		],
		['an appointment that is not there', { AppointmentId: 999 }, 404, /Appointment id 999/],
		['a date that is none', { StartDate: 'soon' }, 400, /"soon" is not a date/],
		['an enum value that is none', { Private: 'Secret' }, 400, /"Secret" is not a valid value/],
	])('refuses %s', async (_name, body, status, message) => {
		const answer = await post(body);
		expect(answer.status).toBe(status);
		expect(answer.body).toMatchObject({ Error: true });
		expect(answer.body.ErrorMessage).toMatch(message);
	});

	it('refuses an unknown login, and an address without a service', async () => {
		const headers = { Authorization: 'Basic d3Jvbmc=' };
		expect((await ask('/api/v1/User/currentPrincipal', { headers })).status).toBe(401);
		expect((await ask('/api/v1/Nothing')).status).toBe(404);
	});
});
