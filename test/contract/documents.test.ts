import { useService } from '../simulator/engine/service';
import { Contract, hasOpenApi } from './openapi';

const describeWithFiles = hasOpenApi ? describe : describe.skip;

describeWithFiles("The simulator's documents answer as SuperOffice's OpenAPI files say:", () => {
	const { ask, post } = useService();

	const route = '/api/v1/Document';
	const documents = () => new Contract('rest/Swagger-v1-Document.json');
	const FULL = {
		...{ Header: 'Boat', Name: 'boat.docx', Contact: { ContactId: 1 }, Person: { PersonId: 10 } },
		...{ Project: { ProjectId: 1 }, Sale: { SaleId: 1 }, DocumentTemplate: templateOf(5) },
		Links: [{ EntityName: 'project', Id: 1 }],
	};

	function templateOf(DocumentTemplateId: number) {
		return { DocumentTemplateId };
	}

	it('default, POST, GET and the list', async () => {
		const contract = documents();
		const blank = await ask('Document/default');
		expect(contract.responseComplaints('GET', `${route}/default`, blank.body)).toEqual([]);
		const { properties } = contract.definition('SuperOffice.CRM.Services.DocumentEntity');
		expect(Object.keys(blank.body as object).sort()).toEqual(Object.keys(properties ?? {}).sort());
		const sent = { query: {}, headers: {}, body: FULL };
		expect(contract.requestComplaints('POST', route, sent)).toEqual([]);
		const created = await post('Document', FULL);
		expect(contract.responseComplaints('POST', route, created.body)).toEqual([]);
		const read = await ask('Document/1');
		expect(contract.responseComplaints('GET', `${route}/{id}`, read.body)).toEqual([]);
		const list = await ask('Document');
		expect(contract.responseComplaints('GET', route, list.body)).toEqual([]);
	});

	it.each([
		['GET', '1/Links', '{id}/Links'],
		['GET', '1/ForeignKey', '{id}/ForeignKey'],
		['GET', 'UdefLayout/Published', 'UdefLayout/Published'],
		['GET', '1/Content', '{documentId}/Content'],
		['GET', '1/SanitizedContent', '{documentId}/SanitizedContent'],
		['POST', '1/Content', '{documentId}/Content'],
		['DELETE', '1/Content', '{documentId}/Content'],
		['GET', '2/Lock', '{documentId}/Lock'],
		['POST', '2/Lock', '{documentId}/Lock'],
		['PUT', '8/Lock', '{documentId}/Lock'],
		['DELETE', '8/Lock', '{documentId}/Lock'],
		['GET', '2/Version', '{documentId}/Version'],
		['GET', '2/Url', '{documentId}/Url'],
		['GET', '2/Length', '{documentId}/Length'],
		['GET', '2/Property?requestedProperties=a', '{documentId}/Property'],
		['GET', '2/Command', '{documentId}/Command'],
		['POST', '2/Command/x', '{documentId}/Command/{command}'],
		['GET', 'Plugin', 'Plugin'],
		['GET', 'Plugin/0', 'Plugin/{pluginId}'],
		['POST', 'Validate', 'Validate'],
	])('%s %s', async (method, path, declared) => {
		const body = method === 'POST' ? '{}' : undefined;
		const { status, body: answer } = await ask(`Document/${path}`, { method, body });
		expect(status).toBe(200);
		expect(documents().responseComplaints(method, `${route}/${declared}`, answer)).toEqual([]);
	});

	it('PUT of content', async () => {
		const body = '"eA=="';
		const { status, body: answer } = await ask('Document/1/Content', { method: 'PUT', body });
		expect(status).toBe(200);
		const declared = `${route}/{documentId}/Content`;
		expect(documents().responseComplaints('PUT', declared, answer)).toEqual([]);
	});

	it.each([
		['Items', 'Items'],
		['Items/1', 'Items/{id}'],
		['Items/Default', 'Items/Default'],
		['Items/1/Extension', 'Items/{documentTemplateId}/Extension'],
		['Items/1/Language', 'Items/{documentTemplateId}/Language'],
		['Items/1/Content/en-US', 'Items/{documentTemplateId}/Content/{languageCode}'],
		['MDOItems', 'MDOItems'],
	])('templates: %s', async (path, declared) => {
		const lists = new Contract('rest/Swagger-v1-List.json');
		const { status, body } = await ask(`List/DocumentTemplate/${path}`);
		expect(status).toBe(200);
		const all = `/api/v1/List/DocumentTemplate/${declared}`;
		expect(lists.responseComplaints('GET', all, body)).toEqual([]);
	});

	const RANGE = { StartTime: '2026-01-01T00:00:00Z', EndTime: '2027-01-01T00:00:00Z', Count: 5 };
	const CALLS: Record<string, object> = {
		SaveDocumentEntity: FULL,
		ValidateDocumentEntity: { DocumentEntity: FULL },
		SetDocumentStreamFromId: { DocumentId: 1, Stream: 'eA==' },
		SetDocumentStream: {
			...{ DocumentEntity: { DocumentId: 1 }, Stream: 'eA==', OverwriteExistingData: true },
		},
		CreateNewPhysicalDocumentFromTemplate: { DocumentId: 1 },
		CreateNewPhysicalDocumentFromTemplateWithCustomTags: {
			...{ DocumentId: 1, CustomTags: ['refr'], CustomValues: ['x'] },
		},
		CreateNewPhysicalDocumentFromTemplateWithCustomTags2: {
			...{ DocumentId: 1, CustomTags: { refr: 'x' } },
		},
		RenameDocument: { DocumentId: 1, NewFilename: 'x.docx' },
		VerifyGetDocumentStream: { DocumentId: 1 },
		GetDocumentStream: { DocumentId: 1 },
		GetDocumentStreamFromEntity: { DocumentEntity: { DocumentId: 1 } },
		GetPreviewDocumentStream: { DocumentId: 1 },
		GetDocumentLength: { DocumentId: 2, VersionId: '1' },
		GetDocumentUrl: { DocumentId: 2, VersionId: '', WriteableUrl: false },
		GetCheckoutState: { DocumentId: 2 },
		CheckoutDocument: { DocumentId: 2, AllowedReturnTypes: [] },
		CheckinDocument: { DocumentId: 2, VersionDescription: 'x', VersionExtraFields: ['y'] },
		UndoCheckoutDocument: { DocumentId: 2, AllowedReturnTypes: [] },
		GetVersionList: { DocumentId: 2 },
		DeletePhysicalDocument: { DocumentId: 3, AllowedReturnType: [] },
		GetPluginList: {},
		GetPluginCapabilities: { PluginId: 0 },
		GetDocumentProperties: { DocumentId: 1, RequestedProperties: ['a'] },
		GetDocumentCommands: { DocumentId: 1 },
		ExecuteDocumentCommand: { DocumentId: 1, Command: 'x' },
		GetContactDocuments: { ContactId: 1, ...RANGE },
		GetProjectDocuments: { ProjectId: 1, ...RANGE },
		GetSaleDocuments: { SaleId: 1 },
		GetPersonDocuments: { PersonId: 10 },
		GetDocumentList: [1, 2],
	};

	it('the agent', async () => {
		const agent = new Contract('agent/Swagger-v1-DocumentAgent.json');
		for (const [name, body] of Object.entries(CALLS)) {
			const call = `/api/v1/Agents/Document/${name}`;
			const sent = { query: {}, headers: {}, body };
			expect([name, agent.requestComplaints('POST', call, sent)]).toEqual([name, []]);
			const answer = await post(`Agents/Document/${name}`, body);
			expect([name, agent.statuses('POST', call)]).toEqual([
				name,
				expect.arrayContaining([String(answer.status)]) as string[],
			]);
			if (answer.status === 200) {
				expect([name, agent.responseComplaints('POST', call, answer.body)]).toEqual([name, []]);
			}
		}
	});
});
