import { byId, byName, useSimulator } from '../../support';
import { useRecords } from './records';

const simulator = useSimulator();
const { create, items, refusal, run } = useRecords(simulator);

const FILE = { files: [{ data: { name: 'kai avtale.docx', content: 'A' } }] };

describe('requests', () => {
	const listed = async (filters: object, more: object = {}) =>
		(await items('request', 'getAll', { filters, ...more })).map(({ ticketId }) => ticketId);

	it.each([
		['title', 'drucker süd'],
		['openOnly', true],
		['status', byName('In Queue')],
		['category', byName('Support/Printers')],
		['owner', byName('Account Manager')],
		['priority', byName('High')],
		['person', byId(10)],
		['contact', byName('Fjord Shipping AS')],
		['sale', byName('Service Agreement')],
		['project', byName('Spring Fair')],
		['ticketType', byName('Complaint')],
		['tags', [3]],
		['createdSince', '2026-11-01T00:00:00'],
		['updatedSince', '2026-11-01T00:00:00'],
		['customFields', [{ field: 'Devices', operator: 'greaterThan', value: 41 }]],
	])('are found by %s', async (filter, value) => {
		simulator().data.now = () => Date.parse('2026-11-28T12:00:00Z');
		const id = await create('request', {
			title: 'Drucker Süd',
			category: byId(2),
			status: byId(7),
			ownedBy: byId(2),
			priority: byId(3),
			person: byId(10),
			sale: byId(1),
			project: byId(1),
			ticketType: byId(2),
			tags: [3],
			customFields: { entry: [{ key: 'x_ticket_devices', value: '[I:42]' }] },
		});
		expect(await listed({ title: 'Drucker Süd', [filter]: value })).toEqual([id]);
		expect((await listed({ [filter]: value }, { limit: 3 })).length).toBeGreaterThan(0);
	});

	it('that nobody has are found, and only those', async () => {
		const { seeds } = simulator().data.tickets;
		const nobodys = [...seeds.values()].filter(({ ownerId }) => ownerId === 0);
		const found = await listed({ owner: byName('Unassigned') }, { limit: 100 });
		expect(found).toEqual(nobodys.map(({ id }) => id));
	});

	it('come out as Get has them, and go in again', async () => {
		for (const output of ['simplified', 'raw']) {
			const how = { filters: { sale: byId(1) }, output };
			const rows = await items('request', 'getAll', how);
			const id = byId(Number(rows[0].TicketId ?? rows[0].ticketId));
			const [before] = await items('request', 'get', { ticketId: id });
			await items('request', 'update', { ticketId: id, specifyBody: 'autoMap' }, { items: rows });
			const [after] = await items('request', 'get', { ticketId: id });
			const same = ['Title', 'Category', 'Status', 'Priority', 'OwnedBy', 'Person', 'Sale'];
			for (const name of same) expect([name, after[name]]).toEqual([name, before[name]]);
		}
	});

	it.each(['Europe/Oslo', 'America/Los_Angeles', 'Pacific/Auckland'])(
		'are created since a time in %s, to the second',
		async (timezone) => {
			simulator().data.now = () => Date.parse('2026-12-01T00:30:00Z');
			await create('request', { title: 'Just made' });
			const since = (time: string) =>
				`={{ DateTime.fromISO("${time}").setZone("${timezone}").toFormat("yyyy-MM-dd'T'HH:mm:ss") }}`;
			const found = async (time: string) => {
				const filters = { title: 'Just made', createdSince: since(time) };
				return (await items('request', 'getAll', { filters }, { timezone })).length;
			};
			expect([await found('2026-12-01T00:30:00Z'), await found('2026-12-01T00:30:01Z')]).toEqual([
				1, 0,
			]);
		},
	);

	it('are not all returned by accident, nor by an Open Only that is off', async () => {
		for (const filters of [{}, { openOnly: false }]) {
			expect(await refusal('request', 'getAll', { returnAll: true, filters })).toMatch(
				/all requests in SuperOffice would be returned/,
			);
		}
	});

	it('are found again by an extra field and by a foreign key, and no second one is made', async () => {
		const foreign = {
			...{ foreignApplication: 'n8nTests', foreignDevice: 'sheet' },
			...{ foreignKeyName: 'rowid', foreignKeyValue: 'row-18' },
		};
		const custom = { matchField: { mode: 'key', value: 'x_ticket_reference' }, matchValue: 'A-1' };
		for (const match of [
			{ matchBy: 'foreignKey', ...foreign },
			{ matchBy: 'customField', ...custom },
		]) {
			const seen = [];
			for (const title of ['First', 'Second']) {
				const [made] = await items('request', 'upsert', { ...match, title });
				seen.push([made.TicketId, made.operation, made.Title]);
			}
			const [id] = seen[0];
			expect(seen).toEqual([
				[id, 'created', 'First'],
				[id, 'updated', 'Second'],
			]);
		}
	});
});

describe('documents', () => {
	it.each([
		['header', 'kai avtale'],
		['name', 'avtale.docx'],
		['contact', byName('Fjord Shipping AS')],
		['person', byId(10)],
		['sale', byName('Service Agreement')],
		['project', byName('Spring Fair')],
		['owner', byName('Account Manager')],
		['documentTemplate', byName('Letter')],
		['text', 'Kai Avtale'],
		['completed', true],
		['createdSince', '2026-11-01T00:00:00'],
		['updatedSince', '2026-11-01T00:00:00'],
		['customFields', [{ field: 'Archive Key', operator: 'equals', value: 'K-1' }]],
	])('are found by %s', async (filter, value) => {
		simulator().data.now = () => Date.parse('2026-11-28T12:00:00Z');
		const result = await run(
			'document',
			'upload',
			{
				...{ header: 'Kai Avtale', contact: byId(1), person: byId(10), sale: byId(1) },
				...{ project: byId(1), associate: byId(2), documentTemplate: byId(1) },
				...{ completed: 'Completed', name: 'kai avtale.docx' },
				customFields: { entry: [{ key: 'SuperOffice:1', value: 'K-1' }] },
			},
			FILE,
		);
		expect(result.error?.message).toBeUndefined();
		const how = { filters: { header: 'Kai Avtale', [filter]: value } };
		expect(await items('document', 'getAll', how)).toMatchObject([{ documentId: 41 }]);
	});

	it('come out as Get has them, and go in again', async () => {
		for (const output of ['simplified', 'raw']) {
			const how = { filters: { sale: byId(1), header: 'Offer' }, output };
			const rows = await items('document', 'getAll', how);
			const id = byId(Number(rows[0].DocumentId ?? rows[0].documentId));
			const [before] = await items('document', 'get', { documentId: id });
			await items(
				'document',
				'update',
				{ documentId: id, specifyBody: 'autoMap' },
				{ items: rows },
			);
			const [after] = await items('document', 'get', { documentId: id });
			const same = ['Header', 'Name', 'DocumentTemplate', 'Contact', 'Person', 'Sale', 'Date'];
			for (const name of same) expect([name, after[name]]).toEqual([name, before[name]]);
		}
	});

	it('are not all returned by accident', async () => {
		expect(await refusal('document', 'getAll', { returnAll: true })).toMatch(
			/all documents in SuperOffice would be returned/,
		);
	});
});
