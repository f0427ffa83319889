import type { IDataObject } from 'n8n-workflow';

import type { Scripted } from '../../../simulator';
import { byId, NEXT, NODE, runNode, runTrigger, useSimulator } from '../../../support';
import { delivered } from '../../SuperOfficeTrigger/payloads';

const HINT = expect.stringMatching(
	/^SuperOffice did not return the definitions of the custom fields/,
) as string;
const DEFINITIONS = '/api/v1/Appointment/CustomField';

const refusals: Array<[string, Scripted]> = [
	['the user may not read them', { status: 403, body: { ErrorMessage: 'No access' } }],
	['there is no such list', { status: 404, body: {} }],
	['SuperOffice fails', { status: 500, body: {} }],
	['a page comes in their place', { body: '<html>Sign in</html>' }],
];

describe('custom fields without definitions', () => {
	const simulator = useSimulator();
	const options = { concurrency: 1, maxTries: 1 };
	const values = { entry: [{ key: 'SuperOffice:2', value: '[I:42]' }] };
	const times = { startDate: '2026-09-07T10:00:00', endDate: '2026-09-07T11:00:00' };
	const create = { title: 'A', ...times, customFields: values, options };

	const definitionCalls = () =>
		simulator().requests.filter(({ path }) => path === DEFINITIONS).length;
	const fieldsOf = (json: IDataObject) => json.CustomFields as IDataObject;

	it.each(refusals)('come out by ProgId and encoding where %s', async (_why, refused) => {
		simulator().answerNext(undefined, refused, refused);
		const result = await runNode(simulator(), { ...create, output: 'simplified' });
		expect(result.error).toBeUndefined();
		const [{ json }] = result.itemsOf(NEXT);
		expect(json).toMatchObject({ AppointmentId: 306, Title: 'A' });
		expect(fieldsOf(json)).toMatchObject({ 'SuperOffice:2': 42, 'SuperOffice:7': 0 });
		expect(result.hintsOf(NODE)).toEqual([HINT]);
	});

	it('are hinted at once, and asked for once, however many items there are', async () => {
		simulator().answerNext(undefined, { status: 403, body: {} });
		const items = [{}, {}, {}];
		const result = await runNode(simulator(), { ...create, output: 'simplified' }, { items });
		expect(result.itemsOf(NEXT)).toHaveLength(3);
		for (const { json } of result.itemsOf(NEXT)) expect(fieldsOf(json)['SuperOffice:2']).toBe(42);
		expect(result.hintsOf(NODE)).toEqual([HINT]);
		expect(definitionCalls()).toBe(1);
	});

	it('come out by ProgId and encoding when selected, too', async () => {
		simulator().answerNext(undefined, { status: 403, body: {} });
		const select = ['CustomFields/SuperOffice:2'];
		const result = await runNode(simulator(), { ...create, output: 'selected', select });
		expect(result.itemsOf(NEXT)[0].json).toEqual({ CustomFields: { 'SuperOffice:2': 42 } });
		expect(result.hintsOf(NODE)).toEqual([HINT]);
	});

	it('come out by ProgId and encoding in what a trigger fetches, too', async () => {
		simulator().answerNext(undefined, { status: 404, body: {} });
		const parameters = { fetchRecord: true, output: 'simplified' };
		const event = delivered('activity.changed', { PrimaryKey: 305 });
		const result = await runTrigger(simulator(), parameters, event);
		const [{ json }] = result.itemsOf(NEXT);
		expect(fieldsOf(json.record as IDataObject)).toMatchObject({ 'SuperOffice:7': 0 });
		expect(result.hintsOf(NODE)).toEqual([HINT]);
	});

	it('are not asked for where the answer has none', async () => {
		const body = { AppointmentId: 305, Title: 'Bare', CustomFields: {} };
		simulator().answerNext({ body }, { body: { ...body, CustomFields: null } });
		const parameters = { operation: 'get', appointmentId: byId(305), output: 'simplified' };
		const options = { concurrency: 1 };
		const items = [{}, {}];
		const result = await runNode(simulator(), { ...parameters, options }, { items });
		expect(result.itemsOf(NEXT).map(({ json }) => json.Title)).toEqual(['Bare', 'Bare']);
		expect(definitionCalls()).toBe(0);
		expect(result.hintsOf(NODE)).toEqual([]);
	});

	it.each([
		['raw', {}],
		['of other selected properties', { output: 'selected', select: '=Title,Contact/Name' }],
	])('are not asked for where the output is %s', async (_what, output) => {
		const result = await runNode(simulator(), { ...create, ...output });
		expect(result.error).toBeUndefined();
		expect(definitionCalls()).toBe(0);
	});
});
