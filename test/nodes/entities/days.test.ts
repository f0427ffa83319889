import { byId, useSimulator } from '../../support';
import { targetOf, useRecords } from './records';

const simulator = useSimulator();
const { create, items, refusal } = useRecords(simulator);
const lastBody = () => JSON.parse(simulator().requests.at(-1)?.body ?? 'null') as unknown;
const auto = { specifyBody: 'autoMap' };

/** Where the tenant is, and where it is another day for half of the day. */
const zones = ['Europe/Oslo', 'America/Los_Angeles', 'Pacific/Auckland', 'Pacific/Kiritimati'];

describe.each(zones)('a day of the tenant in Oslo, with a workflow in %s', (timezone) => {
	it.each([
		['a day', '2026-07-01'],
		["the editor's own date", '2026-07-01T00:00:00'],
		['midnight in UTC', '2026-07-01T00:00:00Z'],
		['midnight in another offset', '2026-07-01T00:00:00-07:00'],
		['what the answer has', '2026-06-30T22:00:00Z'],
		["today of the workflow's zone", '={{ DateTime.fromISO("2026-07-01") }}'],
		['its last moment', '2026-07-01T23:59:59.999'],
		['its last minute in another offset', '2026-07-01T23:59:00-10:00'],
		[
			"its last moment in the workflow's zone",
			'={{ DateTime.fromISO("2026-07-01").endOf("day") }}',
		],
		['a Date', '={{ new Date("2026-07-01") }}'],
		['milliseconds', '={{ new Date("2026-07-01").getTime() }}'],
		['midnight of luxon in UTC', '={{ DateTime.fromISO("2026-07-01", { zone: "utc" }) }}'],
	])('is the same from %s, and goes back in', async (_what, given) => {
		const isWritten = given.startsWith('=');
		const [made] = await items(
			'sale',
			'create',
			isWritten ? { heading: 'Kept Day', saledate: given } : auto,
			isWritten ? { timezone } : { timezone, items: [{ Heading: 'Kept Day', Saledate: given }] },
		);
		expect(lastBody()).toEqual({ Heading: 'Kept Day', Saledate: '2026-06-30T22:00:00Z' });
		const target = targetOf('sale', Number(made.SaleId));
		for (const output of ['simplified', 'selected']) {
			const how = { ...target, output, ...(output === 'selected' && { select: ['Saledate'] }) };
			const got = await items('sale', 'get', how, { timezone });
			expect(got).toMatchObject([{ Saledate: '2026-07-01' }]);
			await items('sale', 'update', { ...target, ...auto }, { items: got, timezone });
			expect(lastBody()).toMatchObject({ Saledate: '2026-06-30T22:00:00Z' });
		}
		const filters = { heading: 'kept day' };
		const listed = await items('sale', 'getAll', { filters, output: 'simplified' }, { timezone });
		expect(listed.at(-1)).toMatchObject({ SaleId: made.SaleId, Saledate: '2026-07-01' });
	});

	it('with a time is that time, shown in the zone of the tenant', async () => {
		const Saledate = '2026-07-01T23:30:00+02:00';
		const [made] = await items('sale', 'create', auto, {
			timezone,
			items: [{ Heading: 'A', Saledate }],
		});
		expect(lastBody()).toEqual({ Heading: 'A', Saledate: '2026-07-01T21:30:00Z' });
		const target = targetOf('sale', Number(made.SaleId));
		const got = await items('sale', 'get', { ...target, output: 'simplified' }, { timezone });
		expect(got).toMatchObject([{ Saledate }]);
		await items('sale', 'update', { ...target, ...auto }, { items: got, timezone });
		expect(lastBody()).toMatchObject({ Saledate: '2026-07-01T21:30:00Z' });
	});

	it('is in a period from the first day to the last one', async () => {
		for (const day of ['2031-02-28', '2031-03-01', '2031-03-31', '2031-04-01']) {
			await create('sale', { heading: day, saledate: `${day}T00:00:00` });
		}
		const headings = async (period: object) =>
			(
				await items(
					'sale',
					'getAll',
					{ returnAll: true, period: 'between', ...period },
					{ timezone },
				)
			).map(({ heading }) => heading);
		const [from, to] = ['2031-03-01T00:00:00', '2031-03-31T00:00:00'];
		expect(await headings({ from, to })).toEqual(['2031-03-01', '2031-03-31']);
		expect(await headings({ from: to })).toEqual(['2031-03-31', '2031-04-01']);
		expect(await headings({ from, to: from })).toEqual(['2031-03-01']);
		const end = '={{ DateTime.fromISO("2031-03-31").endOf("day") }}';
		expect(await headings({ from, to: end })).toEqual(['2031-03-01', '2031-03-31']);
		const backwards = { period: 'between', from: to, to: from };
		expect(await refusal('sale', 'getAll', backwards, { timezone })).toMatch(/To \(to\)/);
	});

	it('ends a project, and is in the lists of a company', async () => {
		const id = await create('project', { name: 'Fair', endDate: '2027-01-01T00:00:00' });
		expect(lastBody()).toEqual({ Name: 'Fair', EndDate: '2026-12-31T23:00:00Z' });
		const how = { ...targetOf('project', id), output: 'simplified' };
		expect(await items('project', 'get', how, { timezone })).toMatchObject([
			{ EndDate: '2027-01-01' },
		]);
		const contact = byId(7);
		await create('sale', { heading: 'Last', contact, saledate: '2027-01-01T00:00:00' });
		const related = { contactId: contact, related: 'sales', returnAll: true };
		const sales = await items('company', 'getRelated', related, { timezone });
		expect(sales.find(({ Heading }) => Heading === 'Last')).toMatchObject({ Date: '2027-01-01' });
	});
});

it('is one of the workflow where the tenant does not tell its zone', async () => {
	simulator().answerNext({ status: 404, body: {} });
	const timezone = 'Pacific/Auckland';
	await items('sale', 'create', { heading: 'A', saledate: '2026-07-01T00:00:00' }, { timezone });
	expect(
		JSON.parse(simulator().requests.find(({ method }) => method === 'POST')?.body ?? ''),
	).toEqual({ Heading: 'A', Saledate: '2026-06-30T12:00:00Z' });
});

it('fails where the zone of a period cannot be read, as another one would find other sales', async () => {
	simulator().answerNext({ status: 400, body: {} });
	const period = { period: 'between', from: '2031-03-01T00:00:00', to: '2031-03-31T00:00:00' };
	expect(await refusal('sale', 'getAll', period)).toMatch(/reading the tenant's time zone/);
});

it.each(['raw', 'simplified', 'selected'])(
	'goes back in to the moment where it was saved at an edge of another zone, %s',
	async (output) => {
		simulator().data.baseZone = 'America/New_York';
		for (const Saledate of ['2026-07-01T00:00:00Z', '2026-07-01T23:59:59Z']) {
			const json = { specifyBody: 'json', jsonBody: JSON.stringify({ Heading: 'A', Saledate }) };
			const [{ SaleId }] = await items('sale', 'create', json);
			const target = targetOf('sale', Number(SaleId));
			const select = ['SaleId', 'Saledate'];
			const shown = output === 'selected' ? { output, select } : { output };
			const got = await items('sale', 'get', { ...target, ...shown });
			const edited = got.map((one) => ({ ...one, Heading: 'B' }));
			await items('sale', 'update', { ...target, ...auto }, { items: edited });
			const [after] = await items('sale', 'get', target);
			expect(Date.parse(String(after.Saledate))).toBe(Date.parse(Saledate));
		}
	},
);

it('is the same moment from a raw row of Get Many', async () => {
	simulator().data.baseZone = 'America/New_York';
	const Saledate = '2026-07-01T00:00:00Z';
	const jsonBody = JSON.stringify({ Heading: 'Rowed', Saledate });
	const [{ SaleId }] = await items('sale', 'create', { specifyBody: 'json', jsonBody });
	const rows = await items('sale', 'getAll', { filters: { heading: 'Rowed' }, output: 'raw' });
	const target = targetOf('sale', Number(SaleId));
	await items('sale', 'update', { ...target, ...auto }, { items: rows });
	const [after] = await items('sale', 'get', target);
	expect(Date.parse(String(after.Saledate))).toBe(Date.parse(Saledate));
});
