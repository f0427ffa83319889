import type { IDataObject } from 'n8n-workflow';

import { NEXT, runNode, useSimulator, type Run } from '../../../support';
import { FOUR, MONDAY, MONDAYS } from '../../life';

const REFERENCE = 'SuperOffice:1';

const field = (value: string) => ({ __rl: true, mode: 'key', value });

/** What is saved as several rows that all have the same custom fields. */
const KINDS: Array<[string, object]> = [
	['a series', MONDAYS],
	['a booking', { ...MONDAY, Participants: FOUR }],
	['a series with participants', { ...MONDAYS, Participants: FOUR }],
];

describe('rows that belong together', () => {
	const simulator = useSimulator();
	const having = (value: string) =>
		[...simulator().data.appointments.values()].filter(
			({ CustomFields }) => (CustomFields as IDataObject)[REFERENCE] === value,
		);
	const isPost = ({ method, path }: { method: string; path: string }) =>
		method === 'POST' && path.endsWith('/Appointment');
	const cut = () => simulator().fail({ resetAfter: 1, only: isPost });

	const json = (entity: object) => ({
		specifyBody: 'json',
		jsonBody: JSON.stringify({ Title: 'Item', ...entity }),
	});
	const upsert = (value: string) => ({
		operation: 'upsert',
		matchBy: 'customField',
		matchField: field(REFERENCE),
		matchValue: value,
	});
	const checkFirst = (value: string) => ({
		keyField: field(REFERENCE),
		keyValue: value,
	});

	async function out(parameters: object, run: Run = {}): Promise<IDataObject> {
		const result = await runNode(simulator(), parameters, run);
		expect([result.error?.message, result.error?.description]).toEqual([undefined, undefined]);
		return result.itemsOf(NEXT)[0].json;
	}

	async function refusal(parameters: object) {
		const { error } = await runNode(simulator(), parameters);
		return `${error?.message} | ${String(error?.description)}`;
	}

	describe.each(KINDS)('as %s', (_name, entity) => {
		it('are one match of Create or Update, in every run', async () => {
			const first = await out({ ...upsert('A'), ...json(entity) });
			const rows = having('A').length;
			expect(rows).toBeGreaterThan(1);
			for (const title of ['Second', 'Third']) {
				const again = await out({ ...upsert('A'), title });
				expect(again).toMatchObject({
					AppointmentId: first.AppointmentId,
					Title: title,
					operation: 'updated',
				});
			}
			expect(having('A')).toHaveLength(rows);
		});

		it('are found again where the answer to saving them is lost', async () => {
			cut();
			const first = await out({ ...upsert('A'), ...json(entity) });
			expect(first.operation).toBe('created');
			const ids = having('A').map(({ AppointmentId }) => Number(AppointmentId));
			expect(first.AppointmentId).toBe(Math.min(...ids));
		});

		it('are one for Check First, which says that it has found them', async () => {
			const first = await out({ ...checkFirst('A'), ...json(entity) });
			const again = await out({ ...checkFirst('A'), ...json(entity) });
			expect([first.operation, again.operation]).toEqual(['created', 'found']);
			expect(again.AppointmentId).toBe(first.AppointmentId);
		});
	});

	describe('and another appointment with the same value', () => {
		const other = { CustomFields: { [REFERENCE]: 'A' } };
		const ways: Array<[string, object]> = [
			['Create or Update', upsert('A')],
			['Check First', checkFirst('A')],
		];

		it.each(ways)('are refused by %s', async (_way, parameters) => {
			for (const [, entity] of KINDS) {
				simulator().reset();
				const { AppointmentId: id } = await out(json({ ...entity, ...other }));
				const { AppointmentId: twin } = await out(json(other));
				expect(await refusal({ ...parameters, title: 'Item' })).toMatch(
					new RegExp(
						`2 appointments have it: ${Number(id)}, ${Number(twin)} \\| Choose one of them`,
					),
				);
			}
		});

		it.each(ways)('leave open whether it was saved, by %s', async (_way, parameters) => {
			await out(json(other));
			await out(json(other));
			// The definitions of custom fields, and a first look that finds nothing.
			simulator().answerNext(undefined, { body: { value: [] } });
			cut();
			expect(await refusal({ ...parameters, title: 'Item' })).toMatch(
				/3 appointments have it: .* \| The appointment may have been saved: look before you run/,
			);
		});

		it.each(ways)(
			'leave it open where their booking cannot be read, by %s',
			async (_way, given) => {
				await out(json(other));
				const refused = { status: 403, body: { ErrorMessage: 'No right' } };
				const nothing = { body: { value: [] } };
				simulator().answerNext(undefined, nothing, undefined, undefined, refused);
				cut();
				expect(await refusal({ ...given, title: 'Item' })).toMatch(
					/No right \| The appointment may have been saved: look before you run/,
				);
			},
		);
	});

	it('are told apart as two series of one value', async () => {
		const both = { ...MONDAYS, CustomFields: { [REFERENCE]: 'A' } };
		const [one, two] = [await out(json(both)), await out(json(both))];
		expect(await refusal({ ...upsert('A'), title: 'Item' })).toMatch(
			`2 appointments have it: ${Number(one.AppointmentId)}, ${Number(two.AppointmentId)} |`,
		);
	});
});

describe('what Check First puts out', () => {
	const simulator = useSimulator();
	const run = async (parameters: object) => {
		const result = await runNode(simulator(), parameters, { items: [{ title: 'Item' }] });
		expect(result.error?.message).toBeUndefined();
		return result.itemsOf(NEXT)[0].json;
	};
	const checked = {
		title: '={{ $json.title }}',
		keyField: field(REFERENCE),
		keyValue: 'K',
	};

	it.each([
		['raw', {}],
		['simplified', { output: 'simplified' }],
		['selected', { output: 'selected', select: '=Title' }],
	])('says of %s output whether it was created or found', async (_name, output) => {
		expect(await run({ ...checked, ...output })).toMatchObject({ operation: 'created' });
		const found = await run({ ...checked, ...output, title: 'Other' });
		expect(found).toMatchObject({ Title: 'Item', operation: 'found' });
	});

	it('says created where the answer was lost, and it was found only then', async () => {
		simulator().fail({ resetAfter: 1, only: ({ method }) => method === 'POST' });
		expect(await run(checked)).toMatchObject({ operation: 'created' });
	});

	it('is nothing but the answer without a check', async () => {
		expect(await run({ title: 'Item' })).not.toHaveProperty('operation');
	});
});
