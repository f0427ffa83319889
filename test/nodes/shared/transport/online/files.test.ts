import { byId, runNode, useOnline } from '../../../../support';
import { connected, systemUser } from './logins';

describe('a file', () => {
	const online = useOnline();
	const content = Buffer.alloc(3_000_000, 65);

	it.each([
		['OAuth2', connected, false],
		['OAuth2', connected, true],
		['a system user', systemUser, false],
	])('is stored with a login of %s that has ended', async (_login, loginOf, filesInFolder) => {
		const login = loginOf(online());
		online().service.fail({ loginEndsAfter: 0 });
		const result = await runNode(
			online().service,
			{ resource: 'document', operation: 'replaceContent', documentId: byId(1) },
			{
				files: [{ data: { name: 'a.docx', content } }],
				login,
				circumstances: { filesInFolder },
			},
		);
		expect(result.error?.message).toBeUndefined();
		expect(online().service.data.files.get(1)?.content).toEqual(content);
	});
});
