import { useService } from '../simulator/engine/service';
import { Contract, hasOpenApi } from './openapi';

const describeWithFiles = hasOpenApi ? describe : describe.skip;

describeWithFiles(
	"The simulator's companies and persons answer as SuperOffice's OpenAPI files say:",
	() => {
		const { ask, post } = useService();

		const FILES = {
			Contact: {
				rest: 'rest/Swagger-v1-Contact.json',
				agent: 'agent/Swagger-v1-ContactAgent.json',
			},
			Person: { rest: 'rest/Swagger-v1-Person.json', agent: 'agent/Swagger-v1-PersonAgent.json' },
		};

		const FULL = {
			Contact: {
				...{ Name: 'Tind', SupportAssociate: { AssociateId: 1 }, SupportPerson: { PersonId: 10 } },
				...{ TicketPriority: { Id: 1 }, CustomerLanguage: { Id: 1 }, Domains: ['tind.example'] },
				...{
					Interests: [{ Id: 1, Selected: true }],
					Phones: [{ Value: '1' }],
					Urls: [{ Value: 'x' }],
				},
				Address: { Street: { City: 'Oslo' }, Postal: { City: 'Oslo' } },
			},
			Person: {
				...{ Firstname: 'Role', Contact: { ContactId: 1 }, Position: { Id: 1 } },
				...{ TicketPriority: { Id: 1 }, CustomerLanguage: { Id: 1 }, LeadstatusId: 2 },
				...{ Interests: [{ Id: 3, Selected: true }], Emails: [{ Value: 'a@b.example' }] },
				Consents: [{ ConsentPurposeKey: 'STORE' }],
				Address: { Street: { City: 'Oslo' } },
			},
		};

		describe.each(['Contact', 'Person'] as const)('%s', (record) => {
			const route = `/api/v1/${record}`;
			const contract = () => new Contract(FILES[record].rest);

			it('default, POST and GET', async () => {
				const blank = await ask(`${record}/default`);
				expect(contract().responseComplaints('GET', `${route}/default`, blank.body)).toEqual([]);
				const { properties } = contract().definition(`SuperOffice.CRM.Services.${record}Entity`);
				expect(Object.keys(blank.body as object).sort()).toEqual(
					Object.keys(properties ?? {}).sort(),
				);
				const created = await post(record, FULL[record]);
				expect(contract().responseComplaints('POST', route, created.body)).toEqual([]);
				const seeded = await ask(`${record}/10`);
				expect(contract().responseComplaints('GET', `${route}/{id}`, seeded.body)).toEqual([]);
			});

			it('CustomField, Validate and ForeignKey', async () => {
				const fields = await ask(`${record}/CustomField/SuperOffice:1`);
				expect(fields.status).toBe(200);
				const messages = await post(`${record}/Validate`, {});
				expect(contract().responseComplaints('POST', `${route}/Validate`, messages.body)).toEqual(
					[],
				);
				const keys = await ask(`${record}/10/ForeignKey`);
				expect(contract().responseComplaints('GET', `${route}/{id}/ForeignKey`, keys.body)).toEqual(
					[],
				);
			});

			const LISTS = [
				...['Activities', 'Appointments', 'Documents', 'Relations', 'Sales', 'Tickets'],
				...(record === 'Contact' ? ['Persons', 'Projects'] : []),
			];

			it.each(LISTS)('%s', async (list) => {
				const { body } = await ask(`${record}/10/${list}`);
				expect(contract().responseComplaints('GET', `${route}/{id}/${list}`, body)).toEqual([]);
			});

			it('what agents are sent', () => {
				const agent = new Contract(FILES[record].agent);
				const lists = { EnableInterestIds: [1], DisableInterestIds: [2] };
				const calls = { Undelete: { Id: 1 }, UpdateInterests: { [`${record}Id`]: 1, ...lists } };
				for (const [name, body] of Object.entries(calls)) {
					const call = `/api/v1/Agents/${record}/${name}`;
					const sent = { query: {}, headers: {}, body };
					expect(agent.requestComplaints('POST', call, sent)).toEqual([]);
					expect(agent.statuses('POST', call)).toContain('204');
				}
			});
		});

		it('duplicates and consents', async () => {
			const contacts = new Contract(FILES.Contact.rest);
			const { body } = await ask('Contact/Duplicates/Nordlys%20Handel');
			const names = '/api/v1/Contact/Duplicates/{name}';
			expect(contacts.responseComplaints('GET', names, body)).toEqual([]);
			const persons = new Contract(FILES.Person.rest);
			await ask('Person/10/Consent/STORE?source=USER&legalBase=61B', { method: 'PUT', body: '{}' });
			const consents = await ask('Person/10/Consent');
			const all = '/api/v1/Person/{personId}/Consent';
			expect(persons.responseComplaints('GET', all, consents.body)).toEqual([]);
			const isGiven = await ask('Person/10/Consent/STORE');
			expect(persons.responseComplaints('GET', `${all}/{purpose}`, isGiven.body)).toEqual([]);
		});
	},
);
