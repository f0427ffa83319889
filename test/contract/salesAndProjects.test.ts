import { useService } from '../simulator/engine/service';
import { Contract, hasOpenApi } from './openapi';

const describeWithFiles = hasOpenApi ? describe : describe.skip;

describeWithFiles(
	"The simulator's sales and projects answer as SuperOffice's OpenAPI files say:",
	() => {
		const { ask, post } = useService();

		const FULL = {
			Sale: {
				...{ Heading: 'Boat', Contact: { ContactId: 1 }, Person: { PersonId: 10 } },
				...{ Project: { ProjectId: 1 }, SaleType: { Id: 2 }, Source: { Id: 1 }, Amount: 1.5 },
				...{ Competitor: { Id: 1 }, Credited: { Id: 1 }, Reason: { Id: 1 } },
				...{
					ReasonSold: { Id: 1 },
					ReasonStalled: { Id: 1 },
					SaleStakeholders: [{ PersonId: 20 }],
				},
				Links: [{ EntityName: 'project', Id: 1 }],
			},
			Project: {
				...{ Name: 'Fair', Urls: [{ Value: 'x' }], ProjectMembers: [{ PersonId: 20 }] },
				Links: [{ EntityName: 'sale', Id: 1 }],
			},
		};
		const ROW = {
			SaleStakeholder: { SaleId: 1, PersonId: 20, StakeholderRoleId: 1 },
			ProjectMember: { ProjectId: 1, PersonId: 20, ProjectMemberTypeId: 1 },
		};
		const LISTS = {
			Sale: ['History', 'Activities', 'Guide', 'Stakeholders', 'Links'],
			Project: ['Activities', 'Guide', 'Members', 'Contacts', 'Links'],
		};
		const id = { Sale: 'saleId', Project: 'projectId' };

		describe.each(['Sale', 'Project'] as const)('%s', (record) => {
			const route = `/api/v1/${record}`;
			const contract = () => new Contract(`rest/Swagger-v1-${record}.json`);
			const complaints = async (path: string, declared: string) => {
				const { status, body } = await ask(`${record}/${path}`);
				expect(status).toBe(200);
				return contract().responseComplaints('GET', `${route}/${declared}`, body);
			};

			it('default, POST, GET and Simple', async () => {
				const blank = await ask(`${record}/default`);
				expect(contract().responseComplaints('GET', `${route}/default`, blank.body)).toEqual([]);
				const { properties } = contract().definition(`SuperOffice.CRM.Services.${record}Entity`);
				expect(Object.keys(blank.body as object).sort()).toEqual(
					Object.keys(properties ?? {}).sort(),
				);
				const created = await post(record, FULL[record]);
				expect(created.status).toBe(200);
				expect(contract().responseComplaints('POST', route, created.body)).toEqual([]);
				expect(await complaints('1', '{id}')).toEqual([]);
				expect(await complaints('1/Simple', '{id}/Simple')).toEqual([]);
			});

			it('lists, custom fields, layouts, numbers and keys', async () => {
				for (const list of LISTS[record]) {
					expect([list, await complaints(`1/${list}`, `{id}/${list}`)]).toEqual([list, []]);
				}
				expect(await complaints('UdefLayout/Published', 'UdefLayout/Published')).toEqual([]);
				expect(await complaints('UdefLayout/SuperOffice:2', 'UdefLayout/{progidOrLabel}')).toEqual(
					[],
				);
				const number = '{contactId}/IsNumberValid/{number}';
				expect(await complaints('1/IsNumberValid/5', number)).toEqual([]);
				expect(await complaints('1/HasGuide', `{${id[record]}}/HasGuide`)).toEqual([]);
				expect(await complaints('1/ForeignKey', '{id}/ForeignKey')).toEqual([]);
			});
		});

		it.each(['SaleStakeholder', 'ProjectMember'] as const)('%s', async (row) => {
			const contract = new Contract(`rest/Swagger-v1-${row}.json`);
			const route = `/api/v1/${row}`;
			const blank = await ask(`${row}/default`);
			const { properties } = contract.definition(`SuperOffice.CRM.Services.${row}`);
			expect(Object.keys(blank.body as object).sort()).toEqual(
				Object.keys(properties ?? {}).sort(),
			);
			const created = await post(row, ROW[row]);
			expect(contract.responseComplaints('POST', route, created.body)).toEqual([]);
			const list = await ask(row);
			expect(contract.responseComplaints('GET', route, list.body)).toEqual([]);
			const read = await ask(`${row}/1`);
			expect(contract.responseComplaints('GET', `${route}/{id}`, read.body)).toEqual([]);
		});

		it('duplicates and what comes next', async () => {
			const projects = new Contract('rest/Swagger-v1-Project.json');
			const duplicates = await ask('Project/Duplicates/Spring%20Fair');
			const names = '/api/v1/Project/Duplicates/{name}';
			expect(projects.responseComplaints('GET', names, duplicates.body)).toEqual([]);
			await post('Appointment', {
				...{ Project: { ProjectId: 1 }, IsMileStone: true, StartDate: '2099-01-01T10:00:00Z' },
			});
			const milestone = await ask('Project/1/NextMilestone');
			expect(milestone.body).toMatchObject({ AppointmentId: 306 });
			const next = '/api/v1/Project/{projectId}/NextMilestone';
			expect(projects.responseComplaints('GET', next, milestone.body)).toEqual([]);
		});

		const CALLS: Record<'Sale' | 'Project', Record<string, object>> = {
			Sale: {
				AddSaleStakeholders: { SaleId: 1, SaleStakeholders: [{ PersonId: 20 }] },
				DeleteSaleStakeholders: { SaleStakeholderIds: [1] },
				GetNextSaleStage: { SaleId: 1, IncludeCurrentStage: true },
				GetProbabilityFromStage: { StageId: 1 },
				HasGuide: { SaleId: 1 },
				HasStakeholderSetting: { SaleId: 1 },
				IsNumberValid: { ContactId: 1, Number: 'x' },
				SaleHasQuote: { SaleId: 1 },
				SetAsLost: { SaleIds: [1] },
				SetAsLostWithReason: { SaleIds: [1], ReasonId: 1 },
				SetAsSold: { SaleIds: [1] },
				SetAsSoldWithReason: { SaleIds: [1], ReasonId: 1 },
				ValidateSaleEntity: { SaleEntity: { Heading: 'x' } },
				GetSalesFromPerson: { PersonId: 1, OnlyOpenSales: true },
				GetSaleStakeholders: { SaleId: 1 },
			},
			Project: {
				AddProjectMembers: { ProjectEntityId: 1, ProjectMembers: [{ PersonId: 20 }] },
				DeleteProjectMembers: { ProjectEntityId: 1, MemberIds: [1] },
				DeleteProjectMemberByIds: { ProjectMemberIds: [2] },
				GetDuplicates: { Name: 'Spring Fair' },
				GetNextProjectStatus: { ProjectId: 1 },
				GetProjectMembers: { ProjectId: 1 },
				GetProjectsFromPerson: { PersonId: 20 },
				IsNumberValid: { ContactId: 1, Number: 'x' },
				Merge: {
					...{ SourceProjectId: 2, DestinationProjectId: 1 },
					ReplaceEmptyFieldsOnDestination: true,
				},
				SaveProjectMembersFunctionAndComment: {
					...{ ProjectMemberIds: [3], RoleId: 1, Comment: 'x' },
				},
				SetCompleted: { ProjectId: 1, IsCompleted: true },
				UpdateProjectMembers: {
					...{ ProjectId: 1, ProjectMembers: [{ ProjectmemberId: 3, Comment: 'y' }] },
				},
			},
		};

		it.each(['Sale', 'Project'] as const)('the agent of %s', async (record) => {
			const agent = new Contract(`agent/Swagger-v1-${record}Agent.json`);
			for (const [name, body] of Object.entries(CALLS[record])) {
				const call = `/api/v1/Agents/${record}/${name}`;
				const sent = { query: {}, headers: {}, body };
				expect([name, agent.requestComplaints('POST', call, sent)]).toEqual([name, []]);
				const answer = await post(`Agents/${record}/${name}`, body);
				expect([name, agent.statuses('POST', call)]).toEqual([
					name,
					expect.arrayContaining([String(answer.status)]) as string[],
				]);
				if (answer.status === 200) {
					expect([name, agent.responseComplaints('POST', call, answer.body)]).toEqual([name, []]);
				}
			}
		});
	},
);
