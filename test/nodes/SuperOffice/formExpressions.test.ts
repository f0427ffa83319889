import { dropdownOptions, mapperFields, searchList, useSimulator } from '../../support';

/** Options as a form has them, each of which an expression gives for every item. */
const EXPRESSIONS = {
	acceptLanguage: '={{ $json.language }}',
	soLanguage: '={{ $json.language }}',
	soCulture: '={{ $json.culture }}',
	soTimeZone: '={{ $json.zone }}',
	timezone: '={{ $json.zone }}',
	timeout: '={{ $json.timeout }}',
	concurrency: '={{ $json.concurrency }}',
};

describe("the form's lists", () => {
	const simulator = useSimulator();
	const languagesSent = () =>
		simulator().requests.map(({ headers }) => [headers['accept-language'], headers['so-language']]);
	const search = async (method: string, path: string, parameters: object) =>
		await searchList(simulator(), { method, path, filter: '', parameters });

	it.each([
		...Object.entries(EXPRESSIONS).map(([name, value]) => [name, { [name]: value }]),
	] as Array<[string, object]>)(
		'come where the option %s is an expression',
		async (_name, options) => {
			const { results } = await search('task', 'additionalFields.task', { options });
			expect(results.map(({ name }) => name)).toContain('Phone call');
			expect(languagesSent()).toEqual([['en', undefined]]);
		},
	);

	it.each([
		['all options', EXPRESSIONS],
		['what stands in place of all options', '={{ $json.options }}'],
	])('come where %s are expressions, of each kind', async (_what, options) => {
		await search('contact', 'contact', { options });
		await search('matchField', 'matchField', { options });
		await dropdownOptions(simulator(), 'getColumns', 'columns', { options } as never);
		expect(await mapperFields(simulator(), { options })).not.toEqual([]);
		expect(new Set(languagesSent().flat())).toEqual(new Set(['en', undefined]));
	});

	it('use the options that are no expressions', async () => {
		const options = { ...EXPRESSIONS, acceptLanguage: 'nb' };
		const { results } = await search('task', 'additionalFields.task', { options });
		expect(results.map(({ name }) => name)).toContain('Telefon');
	});

	it('do not fail for options that they do not need', async () => {
		const options = { timezone: 'Nowhere', soTimeZone: 'Europe/Oslo', soCulture: 'n\nb' };
		expect((await search('task', 'additionalFields.task', { options })).results).not.toEqual([]);
	});

	it.each([
		['by its name', { __rl: true, mode: 'name', value: '={{ $json.company }}' }],
		['by its ID', { __rl: true, mode: 'id', value: '={{ $json.company }}' }],
		['in place of the whole control', '={{ $json.company }}'],
	])('hold all persons where an expression names the company %s', async (_how, contact) => {
		const { results } = await search('person', 'person', {
			contact,
		});
		expect(results.length).toBe(50);
	});

	it('say what to do where an expression chooses the kind of record', async () => {
		const parameters = {
			links: { link: [{ entityName: '={{ $json.kind }}' }] },
		};
		const asked = search('linkTarget', 'additionalFields.links.link[0].id', parameters);
		await expect(asked).rejects.toMatchObject({
			message: 'Which records there are to choose from depends on an expression',
			description: 'Enter the number of the record by ID.',
		});
	});
});
