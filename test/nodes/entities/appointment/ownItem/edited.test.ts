import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../../../support';
import { MONDAY, useLife } from '../../../life';

const ZONES = ['Europe/Oslo', 'America/Los_Angeles', 'Pacific/Auckland'];
const START = '2026-09-07T10:00:00';
const END = '2026-09-07T11:30:00';

/** Items that are nearly output of this node: sheets with its headings, and output that was edited. */
describe('an item with an ID', () => {
	const { saved, out, refusal, simulator } = useLife();
	const AUTO = { specifyBody: 'autoMap' };
	let id: number;
	beforeEach(async () => void (id = await saved({ ...MONDAY, Title: 'Before' })));

	const instant = (text: string, zone: string) =>
		DateTime.fromISO(text, { zone }).toUTC().toISO({ suppressMilliseconds: true });
	const target = () => ({ ...AUTO, appointmentId: byId(id) });

	async function changes(item: object, timezone = 'Europe/Oslo'): Promise<unknown> {
		simulator().requests.splice(0);
		await out('update', target(), { items: [item as IDataObject], timezone });
		const patch = simulator().requests.find(({ method }) => method === 'PATCH');
		return patch && JSON.parse(patch.body);
	}

	const refused = async (item: object) =>
		(await refusal('update', target(), { items: [item as IDataObject] })).message;

	async function row(): Promise<IDataObject> {
		const raw = { rawFilter: `appointmentId = ${id}`, output: 'raw' };
		const [one] = await out('getAll', raw);
		return one as IDataObject;
	}

	describe.each(ZONES)('in %s', (zone) => {
		it.each(['appointmentId', 'AppointmentId'])(
			'of a sheet, by %s, has local times',
			async (name) => {
				const item = { [name]: id, startDate: START, endDate: END };
				const times = { StartDate: instant(START, zone), EndDate: instant(END, zone) };
				expect(await changes(item, zone)).toMatchObject(times);
			},
		);

		it('of Get Many has local times where somebody has set them', async () => {
			const item = { ...(await row()), date: START, endDate: END };
			const times = { StartDate: instant(START, zone), EndDate: instant(END, zone) };
			expect(await changes(item, zone)).toMatchObject(times);
		});
	});

	it.each([
		[{ completed: 'Completed' }, { Completed: 'Completed' }],
		[{ type: 'inChecklist' }, { Type: 'inChecklist' }],
		[{ associateId: 4 }, { Associate: { AssociateId: 4 } }],
	])('of a sheet sends what is a column, too: %j', async (item, sent) => {
		expect(await changes({ appointmentId: id, ...item })).toEqual(sent);
	});

	it('of Get Many sends a word that no row has', async () => {
		expect(await changes({ ...(await row()), completed: 'Completed' })).toMatchObject({
			Completed: 'Completed',
		});
	});

	it.each<object>([{ text: 'Notes' }, { time: '10:00' }, { constructor: 'x' }, { prototype: 'x' }])(
		'is refused with what is no property: %j',
		async (more) => {
			const message = await refused({ AppointmentId: id, Title: 'A', ...more });
			expect(message).toMatch(/has fields that are not properties of an appointment: /);
		},
	);

	describe('of a trigger', () => {
		const event = () => ({ event: 'activity.changed', eventId: 'x', AppointmentId: id });

		it.each([(one: object) => one, (one: object) => JSON.stringify(one)])(
			'has the record, as an object or as text',
			async (written) => {
				const record = written({ AppointmentId: id, Title: 'After' });
				expect(await changes({ ...event(), record })).toEqual({ Title: 'After' });
			},
		);

		it('is refused with the record of another appointment, or with none', async () => {
			const other = { AppointmentId: 305, Title: 'Other' };
			expect(await refused({ ...event(), record: other })).toBe(
				`Record (record): its AppointmentId is 305, but that of the event is ${id}`,
			);
			expect(await refused({ ...event(), record: [other] })).toMatch(/is not an object$/);
		});
	});
});
