import { appointmentFields } from '../../nodes/entities/appointment/appointment.fields';
import { columnControls } from '../../nodes/shared/fields/columns';
import request from '../fixtures/post-appointment.request.json';
import response from '../fixtures/post-appointment.response.json';
import { LOGIN } from '../simulator';
import { byId, runNode, useSimulator } from '../support';
import { Contract, hasOpenApi } from './openapi';

const describeWithFiles = hasOpenApi ? describe : describe.skip;
const ROUTE = '/api/v1/Appointment';

describeWithFiles("SuperOffice's OpenAPI files", () => {
	const simulator = useSimulator();
	const appointment = () => new Contract('rest/Swagger-v1-Appointment.json');
	const user = () => new Contract('rest/Swagger-v1-User.json');
	const login = Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64');

	const ask = async (path: string, init: RequestInit = {}) => {
		const headers = { Authorization: `Basic ${login}`, 'Content-Type': 'application/json' };
		const answer = await fetch(`${simulator().baseUrl}${path}`, { ...init, headers });
		return (await answer.json()) as object;
	};

	it('would notice a wrong type, a wrong enum value and an unknown property', () => {
		const headers = { 'x-unknown': '1' };
		const body = { Title: 5, Type: 'Meeting', Colour: 1, Task: { Id: 1 } };
		const complaints = appointment().requestComplaints('POST', ROUTE, {
			query: { a: 1 },
			headers,
			body,
		});
		expect(complaints.sort()).toEqual([
			'/Colour is not in the schema',
			'/Task/Id is not in the schema',
			'/Title must be string,null',
			'/Type must be equal to one of the allowed values',
			'header x-unknown is not declared',
			'query a is not declared',
		]);
	});

	it("agree with the reference's samples", () => {
		const headers = {};
		expect(
			appointment().requestComplaints('POST', ROUTE, { query: {}, headers, body: request }),
		).toEqual([]);
		expect(appointment().responseComplaints('POST', ROUTE, response)).toEqual([]);
	});

	it('agree with what the node sends, all kinds of fields and headers together', async () => {
		const parameters = {
			title: 'Contract',
			startDate: '2026-07-01T10:00:00',
			endDate: '2026-07-01T11:00:00',
			task: byId(2),
			priority: byId(3),
			type: 'inDiary',
			agenda: '',
			leadTime: 1500,
			preferredTZLocation: byId(261),
			contact: byId(1),
			links: { link: [{ entityName: 'sale', id: byId(1), additionalFields: { linkId: 0 } }] },
			participants: {
				participant: [
					{
						associateId: byId(1),
						additionalFields: { externallyOwnedType: 'Required', emailId: 0 },
					},
				],
			},
			recurrence: { rule: { pattern: 'Weekly', weekdays: ['Monday', 'Friday'] } },
			visibleFor: { entry: [{ visibility: 'Group', visibleId: byId(2) }] },
			customFields: { entry: [{ key: 'SuperOffice:1', value: 'a' }] },
			output: 'selected',
			select: '=AppointmentId,Contact/Name',
			options: { acceptLanguage: 'sv', soLanguage: 'nb', soCulture: 'nb', soTimeZone: 'NO' },
		};
		const credential = { ...LOGIN, authentication: 'soTicket' };
		const result = await runNode(simulator(), parameters, { credential });
		expect(result.error).toBeUndefined();
		const [sent] = simulator().requests.filter(({ method }) => method === 'POST');
		const body: unknown = JSON.parse(sent.body);
		expect(appointment().requestComplaints('POST', ROUTE, { ...sent, body })).toEqual([]);
	});

	it("agree with the simulator's answers", async () => {
		const body = JSON.stringify(request);
		const posted = await ask('/api/v1/Appointment', { method: 'POST', body });
		expect(appointment().responseComplaints('POST', ROUTE, posted)).toEqual([]);
		const blank = await ask('/api/v1/Appointment/default');
		expect(appointment().responseComplaints('GET', `${ROUTE}/default`, blank)).toEqual([]);
		const references = {
			Contact: { ContactId: 1 },
			Person: { PersonId: 10 },
			Project: { ProjectId: 1 },
			Sale: { SaleId: 1 },
			Priority: { Id: 1 },
		};
		const full = await ask('/api/v1/Appointment', {
			method: 'POST',
			body: JSON.stringify(references),
		});
		expect(appointment().responseComplaints('POST', ROUTE, full)).toEqual([]);
		expect(full).toMatchObject(references);
		const principal = await ask('/api/v1/User/currentPrincipal');
		expect(user().responseComplaints('GET', '/api/v1/User/currentPrincipal', principal)).toEqual(
			[],
		);
	});

	describe('name the same enum values as the dropdowns', () => {
		const carriers = 'SuperOffice.CRM.Services';
		const enumOf = (carrier: string, property: string) =>
			appointment().definition(`${carriers}.${carrier}`).properties?.[property]?.enum;
		const values = (control: object) =>
			(control as { options?: Array<{ value?: unknown }> }).options?.map(({ value }) => value);
		const sorted = (list: unknown[] | undefined) => [...(list ?? [])].sort();

		const dropdowns = Object.entries(appointmentFields).filter(
			([, { kind }]) => kind.control.type === 'options',
		);

		it('has found the dropdowns', () => expect(dropdowns).toHaveLength(8));

		it.each(dropdowns)('%s', (name, { kind }) => {
			const property = name.charAt(0).toUpperCase() + name.slice(1);
			expect(sorted(values(kind.control))).toEqual(sorted(enumOf('AppointmentEntity', property)));
		});

		/** The controls of a row, the optional ones included. */
		function rowControls(parameter: 'participants' | 'links' | 'visibleFor' | 'recurrence') {
			const [option] = appointmentFields[parameter].kind.control.options as unknown as Array<{
				values: ReturnType<typeof columnControls>;
			}>;
			return option.values.flatMap((one) =>
				one.type === 'collection' ? (one.options as typeof option.values) : [one],
			);
		}

		it.each([
			['participants', 'ParticipantInfo'],
			['links', 'Link'],
			['visibleFor', 'VisibleFor'],
		] as const)('%s has all columns of %s', (parameter, carrier) => {
			const { properties = {} } = appointment().definition(`${carriers}.${carrier}`);
			const official = Object.keys(properties).filter(
				(name) => !['TableRight', 'FieldProperties'].includes(name),
			);
			const own = rowControls(parameter).map(
				({ name }) => name.charAt(0).toUpperCase() + name.slice(1),
			);
			expect(own.sort()).toEqual(official.sort());
		});

		it.each([
			['participants', 'ParticipantInfo', 'invitationStatus'],
			['participants', 'ParticipantInfo', 'externallyOwnedType'],
			['participants', 'ParticipantInfo', 'externallyOwnedStatus'],
			['visibleFor', 'VisibleFor', 'visibility'],
		] as const)('%s: %s.%s', (parameter, carrier, column) => {
			const control = rowControls(parameter).find(({ name }) => name === column);
			const property = column.charAt(0).toUpperCase() + column.slice(1);
			expect(sorted(values(control ?? {}))).toEqual(sorted(enumOf(carrier, property)));
		});

		it.each([
			['pattern', 'RecurrenceInfo', 'Pattern'],
			['recurrenceEndType', 'RecurrenceInfo', 'RecurrenceEndType'],
			['dayPattern', 'RecurrenceDayPattern', 'Pattern'],
			['weekdays', 'RecurrenceWeekPattern', 'Weekdays'],
			['monthPattern', 'RecurrenceMonthPattern', 'Pattern'],
			['weekOfMonth', 'RecurrenceMonthPattern', 'WeekOfMonth'],
			['weekday', 'RecurrenceYearPattern', 'Weekday'],
			['yearPattern', 'RecurrenceYearPattern', 'Pattern'],
		])('recurrence: %s, but for Unknown, which makes no rule', (column, carrier, property) => {
			const control = rowControls('recurrence').find(({ name }) => name === column);
			const official = enumOf(carrier, property)?.filter((value) => value !== 'Unknown');
			expect(sorted(values(control ?? {}))).toEqual(sorted(official));
		});
	});
});
