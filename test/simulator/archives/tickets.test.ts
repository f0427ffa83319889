import { useService } from '../engine/service';
import type { Carrier } from '../tenant/carriers';

describe('the archive of requests', () => {
	const { simulator, ask, post } = useService();

	const rows = async (path: string) => {
		const { status, body } = await ask(path);
		expect([status, body]).toEqual([200, expect.anything()]);
		return (body as Carrier).value as Carrier[];
	};
	const found = async (filter: string, more = '') => {
		const query = `$select=ticketId&$filter=${encodeURIComponent(filter)}${more}`;
		return (await rows(`Ticket?${query}`)).map(({ ticketId }) => ticketId);
	};

	it.each([
		["title begins 'Invoice' and ticketId lt 10", [1, 7]],
		['ownedBy/associateDbId associateIsOneOf (3) and ticketId lt 20', [6, 12, 18]],
		['ownedBy equals 5 and ticketId lt 20', [5, 11, 17]],
		['ownedBy equals 1 and ticketId lt 8', [1, 4, 7]],
		['ticketStatusId eq 3 and ticketId lt 20', [5, 13]],
		['status oneOf (3) and ticketId lt 20', [5, 13]],
		['ticketStatusName oneOf (6,8) and ticketId lt 8', [3, 4]],
		['categoryId eq 6 and ticketId lt 20', [1, 9, 17]],
		['categoryFullName equals 6 and ticketId lt 20', [1, 9, 17]],
		['priorityId eq 1 and ticketId lt 8', [3, 6]],
		['personId eq 10', [1]],
		['contactId eq 1', [1]],
		["contact/name begins 'Fjord'", [1]],
		["person/fullName is 'Technical Contact'", []],
		['saleId eq 1', [3]],
		["sale/heading contains 'Agreement'", [3]],
		['projectId eq 1', [4]],
		['tags intArrayOneOf (1,2) and ticketId lt 8', [2, 3, 6, 7]],
		['tags intArrayAllOf (1,2) and ticketId lt 20', [3, 15]],
		['tags intArrayNotAnyOf (1,2) and ticketId lt 5', [1, 4]],
		['has_attachment set true', [2]],
		['numberOfReplies gt 0 and ticketId lt 10', [4, 8]],
		["content contains 'try <b>again' and ticketId lt 10", [4, 8]],
		["createdAt beforeTime '2026-01-07T08:00:00'", [1, 2]],
		["lastChanged afterTime '2026-02-23T12:00:00'", [59, 60]],
	])('finds those of which %s', async (filter, wanted) => {
		expect(await found(filter)).toEqual(wanted);
	});

	it.each(['ownedBy oneOf (3)', 'tags oneOf (1)', 'ownedBy associateIsOneOf (3)', 'x eq 1'])(
		'refuses %s',
		async (filter) => {
			const { status } = await ask(`Ticket?$filter=${encodeURIComponent(filter)}`);
			expect(status).toBe(400);
		},
	);

	it('has extra fields', async () => {
		await post('Ticket', {
			...{ Title: 'x', Category: { TicketCategoryId: 1 } },
			CustomFields: {
				...{ x_ticket_devices: '[I:7]', x_ticket_reference: 'R-1', x_ticket_costs: '[F:1.5]' },
				x_ticket_called: '[DT:09/07/2026 08:30:00]',
			},
		});
		for (const filter of [
			...['extra/x_ticket_devices eq 7', "extra/x_ticket_reference is 'R-1'"],
			...['extra/x_ticket_costs eq 1.5', "extra/x_ticket_called dateTime '2026-09-07T08:30:00'"],
		]) {
			expect(await found(filter)).toEqual([61]);
		}
	});

	it('tells closed requests by their entity', async () => {
		expect(await found('ticketId lt 5', '&$entities=ticket')).toEqual([1, 3]);
		expect(await found('ticketId lt 5', '&$entities=ticketdisplayclosed')).toEqual([2, 4]);
		expect(await found('ticketId lt 5', '&$orderby=ticketId desc')).toEqual([4, 3, 2, 1]);
	});

	it('is of a hundred thousand requests on demand', async () => {
		simulator().data.fillTickets(100_000);
		expect(simulator().data.tickets.size).toBe(100_060);
		expect(await found("title begins 'Ink 0900'", '&$top=2')).toEqual([90003, 90010]);
	});

	it('is read on from a request', async () => {
		simulator().data.rowsScanned = 0;
		expect(await found('ticketId gt 57', '&$orderby=ticketId asc&$top=2')).toEqual([58, 59]);
		expect(simulator().data.rowsScanned).toBe(3);
	});

	it('is that of persons and companies too, and shows texts', async () => {
		const select = 'categoryFullName,ownedBy,ownedBy/fullName,status,tags,createdAt,closedAt';
		expect(await rows(`Contact/2/Tickets?$select=${select}`)).toEqual([
			{
				...{ PrimaryKey: '2', EntityName: 'ticketdisplayclosed', categoryFullName: 'Sales' },
				...{ ownedBy: 'U1', 'ownedBy/fullName': 'Sales Manager' },
				...{ status: expect.stringContaining('Closed') as string, createdAt: expect.anything() },
				...{ tags: expect.stringContaining('Warranty') as string, closedAt: expect.anything() },
			},
		]);
		expect(await rows('Person/20/Tickets?$select=title')).toHaveLength(1);
		expect(await rows('Person/21/Tickets')).toEqual([]);
	});

	it('has messages beside it', async () => {
		const select = '$select=ticketMessageId,body,ticket/title,slevel,timeSpent';
		expect(await rows(`Ticket/4/Messages?${select}`)).toMatchObject([
			{ ticketMessageId: 4, 'ticket/title': 'Ink is empty (04)', timeSpent: 0 },
			{ ticketMessageId: 61, body: 'Please try again.', timeSpent: 15 },
		]);
		const filter = encodeURIComponent("messageId is '<reply8@example.com>'");
		expect(await rows(`TicketMessage?$filter=${filter}&$select=ticketId`)).toMatchObject([
			{ ticketId: 8, EntityName: 'ticketmessage' },
		]);
	});
});
