import { ListAgent, type WebApiOptions } from '@superoffice/webapi';

import { AUTHORIZATION, useService } from '../engine/service';
import type { Carrier } from '../tenant/carriers';

describe("the simulator's templates of documents", () => {
	const { simulator, ask, post } = useService();

	const get = async (path: string) =>
		(await ask(`List/DocumentTemplate/${path}`, { headers: { 'Accept-Language': 'en' } })).body;

	it('are a list, with those that are deleted when they are asked for', async () => {
		const ids = async (path: string) =>
			((await get(path)) as Carrier[]).map(({ DocumentTemplateId }) => DocumentTemplateId);
		expect(await ids('Items')).toEqual([1, 2, 3, 4, 5, 6, 8, 9]);
		expect(await ids('Items?includeDeleted=true')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(await get('MDOItems?query=let')).toMatchObject([{ Id: 1, Name: 'Letter' }]);
		const { body } = await ask('MDOList/doctmpl', { headers: { 'Accept-Language': 'en' } });
		expect((body as Carrier[]).map(({ Name }) => Name)).toContain('Upload');
		const lists = await post('Agents/MDO/GetList', { Name: 'doctmpl' });
		expect(lists.body).toHaveLength(8);
	});

	it('tell their extensions and their plugins', async () => {
		expect(await get('Items/2')).toMatchObject({
			...{ Name: 'Calculation', Filename: 'calculation.xlsx', Direction: 'Outgoing' },
			...{ RecordType: 'Document', AutoeventId: 0, Deleted: false },
		});
		expect((await ask('List/DocumentTemplate/Items/99')).status).toBe(404);
		const extensions = ['.docx', '.xlsx', '.pdf', '.eml', '.docx', ''];
		for (const [index, extension] of extensions.entries()) {
			expect(await get(`Items/${index + 1}/Extension`)).toBe(extension);
		}
		expect(await get('Items/Default')).toMatchObject({ DocumentTemplateId: 0 });
		expect(await get('Items/1/Language')).toEqual([]);
		expect(await get('Items/3/Content/en-US')).toBe(Buffer.from('Brochure').toString('base64'));
		expect(await get('Plugin')).toHaveProperty('2', 'Web Library');
	});

	it("are served to the official client's agent", async () => {
		const agent = new ListAgent({
			baseUrl: `${simulator().baseUrl}/api`,
			axiosConfig: { headers: { Authorization: AUTHORIZATION } },
		} as WebApiOptions);
		expect(await agent.getDocumentTemplateAsync(4)).toMatchObject({ recordType: 'Email' });
		expect(await agent.getDocumentTemplateAsync(99)).toBeNull();
		expect(await agent.getDocumentTemplateEntityAsync(5)).toMatchObject({ autoeventId: 2 });
		expect(await agent.getAllDocumentTemplatesAsync(true)).toHaveLength(9);
		expect(await agent.getDocumentTemplatesAsync()).toHaveLength(8);
		expect(await agent.getDocumentTemplateListAsync([1, 2])).toHaveLength(2);
		expect(await agent.getDocumentTemplateExtensionAsync(1)).toBe('.docx');
	});
});
