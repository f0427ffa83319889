import { LOGIN } from '../../simulator';
import { NEXT, runNode, useSimulator } from '../../support';

describe('headers', () => {
	const simulator = useSimulator();

	async function headersFor(options: object, credential?: object) {
		const run = { credential: { ...credential } };
		const result = await runNode(simulator(), { title: 'A', options }, run);
		if (result.error) throw new Error(result.error.message);
		return simulator().requests[0].headers;
	}

	it('has all that the reference names', async () => {
		const options = {
			acceptLanguage: 'sv',
			soLanguage: 'nb',
			soCulture: 'nb-NO',
			soTimeZone: 'NO',
		};
		const credential = { ...LOGIN, authentication: 'soTicket' };
		expect(await headersFor(options, credential)).toMatchObject({
			authorization: expect.stringMatching(/^SOTicket /) as string,
			'content-type': 'application/json',
			accept: 'application/json',
			'accept-language': 'sv',
			'so-language': 'nb',
			'so-culture': 'nb-NO',
			'so-timezone': 'NO, includeTZOffset',
			'so-apptoken': LOGIN.appToken,
		});
		simulator().reset();
		const headers = await headersFor({}, { ...LOGIN, authentication: 'session' });
		expect(headers).toMatchObject({ 'x-xsrf-token': LOGIN.xsrfToken });
	});

	it('leaves out what is not set, but asks for dates with their zone', async () => {
		const headers = await headersFor({ acceptLanguage: '' });
		expect(headers['so-timezone']).toBe('UTC, includeTZOffset');
		for (const name of ['accept-language', 'so-language', 'so-culture', 'so-apptoken']) {
			expect(headers).not.toHaveProperty(name);
		}
	});

	it.each([
		['US-NY', 'US-NY, includeTZOffset', '2026-07-01T04:00:00-04:00'],
		['261', '261, includeTZOffset', '2026-07-01T10:00:00+02:00'],
		['NO,includetzoffset', 'NO,includetzoffset', '2026-07-01T10:00:00+02:00'],
	])('SO-TimeZone %s goes as %s', async (soTimeZone, header, StartDate) => {
		const parameters = { startDate: '2026-07-01T10:00:00', options: { soTimeZone } };
		const result = await runNode(simulator(), parameters);
		expect(simulator().requests[0].headers['so-timezone']).toBe(header);
		expect(result.itemsOf(NEXT)[0].json).toMatchObject({ StartDate });
	});

	it('lets SuperOffice read unzoned JSON dates in the zone that was sent', async () => {
		const jsonBody = '{"StartDate":"2026-07-01T10:00:00"}';
		const parameters = { specifyBody: 'json', jsonBody, options: { soTimeZone: 'US-NY' } };
		const result = await runNode(simulator(), parameters);
		expect(result.itemsOf(NEXT)[0].json.StartDate).toBe('2026-07-01T10:00:00-04:00');
	});

	it('refuses an IANA name as SO-TimeZone, where it could not be understood', async () => {
		const options = { soTimeZone: 'Europe/Oslo' };
		const { error } = await runNode(simulator(), { title: 'A', options });
		expect(error?.message).toBe('SO-TimeZone (options.soTimeZone): "Europe/Oslo" is an IANA name');
		expect(simulator().requests).toEqual([]);
	});

	it.each([
		['a line break', 'en\r\nX-Injected: 1'],
		['a line break at its end', 'en\n'],
		['letters that no header carries', 'nå'],
	])('refuses %s', async (_name, acceptLanguage) => {
		const options = { acceptLanguage: `={{ ${JSON.stringify(acceptLanguage)} }}` };
		const { error } = await runNode(simulator(), { title: 'A', options });
		expect(error?.message).toMatch(
			/^Accept-Language \(options\.acceptLanguage\): .* cannot be a header$/,
		);
		expect(simulator().requests).toEqual([]);
	});

	const blanks = `a${' '.repeat(60_000)}b`;

	it.each([
		['a header', { options: { soLanguage: blanks } }, {}, 'has 60002 characters'],
		['another header', { options: { acceptLanguage: blanks } }, {}, 'has 60002 characters'],
		['Select', { output: 'selected', select: [blanks] }, {}, 'has 60002 characters'],
		[
			'Select with slashes',
			{ output: 'selected', select: ['a / '.repeat(9000)] },
			{},
			'characters',
		],
		[
			'the base URL',
			{},
			{ baseUrl: `https://a.example/${'/'.repeat(60_000)}b` },
			'it has 60019 characters',
		],
	])('are refused where %s is too long to be one', async (_name, parameters, credential, words) => {
		const { error } = await runNode(simulator(), { title: 'A', ...parameters }, { credential });
		expect(error?.message).toContain(words);
		expect(simulator().requests).toEqual([]);
	});
});
