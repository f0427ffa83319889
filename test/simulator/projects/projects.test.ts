import { ProjectAgent, ProjectRestApi, type WebApiOptions } from '@superoffice/webapi';

import { AUTHORIZATION, useService } from '../engine/service';
import type { Carrier } from '../tenant/carriers';

describe("the simulator's projects", () => {
	const { simulator, ask, post } = useService();

	const send = async (method: string, path: string, body?: unknown, headers = {}) =>
		await ask(path, { method, body: JSON.stringify(body ?? {}), headers });
	const create = async (body: object) => {
		const { status, body: created } = await post('Project', body);
		expect([status, created]).toEqual([200, expect.anything()]);
		return created as Carrier;
	};
	const get = async (id: unknown) => (await ask(`Project/${String(id)}`)).body as Carrier;
	const patch = async (id: number, body: unknown) => await send('PATCH', `Project/${id}`, body);
	const members = async (id: number) => (await get(id)).ProjectMembers as Carrier[];
	const NEW = 301;

	it('are created, read, changed and deleted for good', async () => {
		const created = await create({
			...{ Name: 'Fair', Description: 'Big', ProjectType: { Id: 2 }, ProjectStatus: { Id: 2 } },
			...{ EndDate: '2027-05-01T10:00:00Z', Urls: [{ Value: 'https://fair.example' }] },
			...{ Associate: { AssociateId: 4 }, Links: [{ EntityName: 'sale', Id: 1 }] },
			CustomFields: { 'SuperOffice:2': '[F:1.5]', 'SuperOffice:5': '[I:1]', x_project_room: 'A' },
		});
		expect(created).toMatchObject({
			...{ ProjectId: NEW, Name: 'Fair', ProjectNumber: '10301', Completed: false },
			...{ ProjectType: { Value: 'Internal' }, ProjectStatus: { Value: 'Planned' } },
			...{ Associate: { FullName: 'Project Leader' }, EndDate: '2027-05-01T12:00:00' },
			...{ Links: [{ LinkId: 1, EntityName: 'sale' }], ActiveLinks: 1, ProjectMembers: [] },
			CustomFields: { 'SuperOffice:2': '[F:1.5]', x_project_room: 'A' },
		});
		expect(await get(NEW)).toEqual(created);
		expect((await patch(NEW, { Completed: true })).body).toMatchObject({ Completed: true });
		const put = await send('PUT', `Project/${NEW}`, { Name: 'Fair' });
		expect(put.body).toMatchObject({ Description: '', Urls: [], ProjectType: null });
		expect((await ask(`Project/${NEW}/Simple`)).body).toMatchObject({ Name: 'Fair', TypeId: 0 });
		const appointment = await post('Appointment', { Project: { ProjectId: NEW } });
		const { AppointmentId } = appointment.body as Carrier;
		const sale = (await post('Sale', { Project: { ProjectId: NEW } })).body as Carrier;
		expect((await send('DELETE', `Project/${NEW}`)).status).toBe(204);
		expect((await ask(`Project/${NEW}`)).status).toBe(404);
		const later = await ask(`Appointment/${String(AppointmentId)}`);
		expect(later.body).toMatchObject({ Project: null });
		expect((await ask(`Sale/${String(sale.SaleId)}`)).body).toMatchObject({ Project: null });
		const filter = encodeURIComponent(`projectId oneOf (${NEW})`);
		expect((await ask(`Sale?$filter=${filter}`)).body).toMatchObject({ value: [] });
	});

	it.each([
		['a name that is too long', { Name: 'x'.repeat(220) }],
		['a type that is none', { ProjectType: { Id: 99 } }],
		['an owner who is none', { Associate: { AssociateId: 9999 } }],
		['a switch that is text', { Completed: 'Completed' }],
		['a member who is none', { ProjectMembers: [{ PersonId: 999_999 }] }],
		['a member of another project', { ProjectMembers: [{ ProjectmemberId: 1 }] }],
	])('are refused with %s', async (_name, body) => {
		expect((await post('Project', body)).status).toBe(400);
		expect(simulator().data.projects.size).toBe(300);
	});

	it('end when their type says, and are numbered as the tenant wants', async () => {
		simulator().data.now = () => Date.parse('2026-09-07T08:00:00Z');
		expect((await create({ ProjectType: { Id: 3 } })).EndDate).toBe('2026-12-07T12:00:00');
		expect((await create({})).EndDate).toBe('0001-01-01T00:00:00');
		simulator().data.numbering.Project.unique = true;
		expect((await ask('Project/0/IsNumberValid/p7')).body).toBe(false);
		expect((await post('Project', { ProjectNumber: 'P7' })).status).toBe(400);
		expect((await ask('Project/7/IsNumberValid/P7')).body).toBe(true);
	});

	it('are validated, and know when they were changed', async () => {
		const { body } = await post('Project/Validate', { Name: '', ProjectType: null });
		expect(Object.keys(body as object)).toEqual(['Name', 'ProjectType']);
		await patch(1, { Description: 'x' });
		const before = { 'If-Unmodified-Since': 'Wed, 01 Jan 2025 00:00:00 GMT' };
		expect((await send('PUT', 'Project/1', {}, before)).status).toBe(412);
	});

	it('have members, saved whole with them and alone', async () => {
		expect(await members(1)).toMatchObject([
			{ ProjectmemberId: 1, FullName: 'Purchasing Manager', ContactName: "L'Oreal & Søn" },
			{ ProjectmemberId: 2, ProjectMemberTypeName: 'Project Member' },
			{ ProjectmemberId: 3, PersonId: 0, ContactId: 4, FullName: '' },
		]);
		await patch(1, [
			{ op: 'remove', path: '/ProjectMembers/1' },
			{ op: 'add', path: '/ProjectMembers/-', value: { PersonId: 20 } },
		]);
		expect((await members(1)).map(({ ProjectmemberId }) => ProjectmemberId)).toEqual([1, 3, 4]);
		await send('PUT', 'Project/1', { Name: 'Fair' });
		expect(await members(1)).toHaveLength(3);
		const body = { ProjectId: 2, PersonId: 20, ProjectMemberTypeId: 1, Comment: 'x' };
		const created = await post('ProjectMember', body);
		expect(created.body).toMatchObject({
			...{ ProjectmemberId: 5, ContactId: 2, ProjectName: 'Move to New Offices' },
			_Links: { Self: expect.stringMatching(/\/ProjectMember\/5$/) as string },
		});
		const patched = await send('PATCH', 'ProjectMember/5', { Comment: 'y' });
		expect(patched.body).toMatchObject({ Comment: 'y', ProjectMemberTypeName: 'Client' });
		expect((await ask('ProjectMember/5?$select=Comment')).body).toMatchObject({ PersonId: null });
		expect((await send('DELETE', 'ProjectMember/5')).status).toBe(204);
		expect((await send('DELETE', 'ProjectMember/5')).status).toBe(404);
	});

	it('have duplicates', async () => {
		const keys = async (name: string) =>
			((await ask(`Project/Duplicates/${name}`)).body as Carrier[]).map((one) => one.SoPrimaryKey);
		expect(await keys('spring%20fair')).toEqual([1]);
		expect(await keys('Spring%20Fair%202027')).toEqual([1]);
		expect(await keys('Project%20007')).toEqual([7]);
		expect(await keys('Nothing')).toEqual([]);
	});

	it.each([true, false])('are merged, with what is empty: %s', async (fills) => {
		await create({ Description: 'Big', ProjectMembers: [{ PersonId: 20 }, { PersonId: 60 }] });
		const sale = (await post('Sale', { Project: { ProjectId: NEW } })).body as Carrier;
		await post('Appointment', { Project: { ProjectId: NEW } });
		const options = `replaceEmptyFieldsOnDestination=${fills}`;
		expect((await send('POST', `Project/${NEW}/MergeTo/1?${options}`)).status).toBe(204);
		expect((await ask(`Project/${NEW}`)).status).toBe(404);
		expect(await get(1)).toMatchObject({ Name: 'Spring Fair', Description: fills ? 'Big' : '' });
		expect((await members(1)).map(({ PersonId }) => PersonId)).toEqual([20, 30, 0, 60]);
		expect((await ask(`Sale/${String(sale.SaleId)}`)).body).toMatchObject({
			Project: { Name: 'Spring Fair' },
		});
		expect((await ask('Appointment/306')).body).toMatchObject({ Project: { ProjectId: 1 } });
		expect((await send('POST', 'Project/1/MergeTo/1')).status).toBe(400);
		expect((await send('POST', 'Project/1/MergeTo/999')).status).toBe(404);
	});

	it('are served to the official client', async () => {
		const options = {
			...{ baseUrl: `${simulator().baseUrl}/api`, timezone: 'UTC', timezoneInclude: true },
			axiosConfig: { headers: { Authorization: AUTHORIZATION } },
		} as WebApiOptions;
		const rest = new ProjectRestApi(options);
		const blank = await rest.getDefaultAsync();
		const endDate = new Date('2027-03-01T11:00:00Z');
		const created = await rest.postAsync({ ...blank, name: 'Fair', endDate });
		expect(created).toMatchObject({ projectId: NEW, name: 'Fair', endDate });
		expect(await rest.patchByIdAsync(NEW, { description: 'x' })).toMatchObject({ name: 'Fair' });
		const entity = await rest.getByIdAsync(NEW);
		expect(await rest.putByIdAsync(NEW, { ...entity, postit: 'y' })).toMatchObject({
			...{ postit: 'y', description: 'x', endDate },
		});
		await rest.deleteByIdAsync(NEW);
		expect(simulator().data.projects.size).toBe(300);
	});

	it("are served to the official client's agent", async () => {
		const agent = new ProjectAgent({
			baseUrl: `${simulator().baseUrl}/api`,
			axiosConfig: { headers: { Authorization: AUTHORIZATION } },
		} as WebApiOptions);
		const blank = await agent.createDefaultProjectEntityAsync();
		const { projectId = 0 } = await agent.saveProjectEntityAsync({ ...blank, name: 'Fair' });
		await agent.addProjectMembersAsync(projectId, [{ personId: 60 }, { contactId: 7 }]);
		// The same person twice makes two rows: whoever wants one has to look first.
		await agent.addProjectMembersAsync(projectId, [{ personId: 60, projectMemberTypeId: 2 }]);
		const rows = await agent.getProjectMembersAsync(projectId);
		expect(rows).toMatchObject([{ personId: 60 }, { contactId: 7 }, { personId: 60 }]);
		const ids = rows.map(({ projectmemberId = 0 }) => projectmemberId);
		await agent.updateProjectMembersAsync(projectId, [{ ...rows[1], comment: 'x' }]);
		await agent.saveProjectMembersFunctionAndCommentAsync(ids.slice(0, 1), 4, 'y');
		expect(await agent.getProjectMembersByIdAsync(ids)).toMatchObject([
			{ comment: 'y', projectMemberTypeName: 'External Contact' },
			{ comment: 'x' },
			{ comment: '' },
		]);
		await agent.deleteProjectMembersAsync(projectId, [...ids.slice(1), 1]);
		expect(simulator().data.projectMembers.size).toBe(4);
		const found = await agent.getProjectsFromPersonAsync(60);
		expect(found).toMatchObject([{ projectId, name: 'Fair' }]);
		expect(await agent.getProjectsFromContactAsync(4)).toMatchObject([{ name: 'Spring Fair' }]);
		await agent.setCompletedAsync(projectId, true);
		expect(await agent.getProjectEntityAsync(projectId)).toMatchObject({ completed: true });
		const without = await agent.getProjectEntityWithoutMembersAsync(projectId);
		expect(without.projectMembers).toEqual([]);
		await agent.saveProjectEntityWithoutMembersAsync({ ...without, name: 'Big Fair' });
		expect(await agent.getProjectEntityAsync(projectId)).toMatchObject({
			...{ name: 'Big Fair', projectMembers: [{ personId: 60 }] },
		});
		expect(await agent.getDuplicatesAsync('Big Fair')).toMatchObject([{ soPrimaryKey: projectId }]);
		expect(await agent.hasGuideAsync(projectId)).toBe(false);
		await agent.mergeAsync(projectId, 1, false);
		expect(await agent.getProjectEntityAsync(projectId)).toBeNull();
		expect(await agent.getProjectMembersAsync(1)).toHaveLength(4);
	});
});
