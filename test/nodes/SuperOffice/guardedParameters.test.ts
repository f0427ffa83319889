import { byId } from '../../support';
import { MONDAY, useLife } from '../life';

const REFUSED = /: its expression is empty for this item$/;

describe('an expression that gives nothing', () => {
	const { asked, at, out, refusal, saved } = useLife();
	const key = { keyField: { mode: 'key', value: 'SuperOffice:1' } };
	const target = { appointmentId: byId(305) };
	const between = { period: 'between', to: '2026-12-31T00:00:00' };

	describe.each(['={{ $json.missing }}', '={{ $json.empty }}', '={{ $json.a?.b ?? undefined }}'])(
		'%s',
		(nothing) => {
			it.each<[string, string, object, string?]>([
				['update', 'onlyIfUnmodifiedSince', { ...target, title: 'After' }],
				['delete', 'onlyIfUnmodifiedSince', target],
				['create', 'keyValue', { title: 'A', ...key }],
				['create', 'refuseConflicts', { title: 'A' }],
				['create', 'validateFirst', { title: 'A' }],
				['getAll', 'from', between],
				['getAll', 'to', { period: 'between', from: '2026-01-01T00:00:00' }],
				['getAll', 'period', {}],
				['getAll', 'rawFilter', {}],
			])('is refused by %s in place of %s', async (operation, name, parameters) => {
				const given = { ...parameters, [name]: nothing };
				const { message } = await refusal(operation, given, { items: [{ empty: null }] });
				expect(message).toMatch(REFUSED);
				expect(message).toMatch(new RegExp(`[(.]${name}\\)`));
				expect(asked().filter((one) => !one.startsWith('GET Appointment/CustomField'))).toEqual([]);
			});
		},
	);

	const match = { matchBy: 'customField', matchField: key.keyField };
	const missing = '={{ $json.missing }}';
	const comparison = { field: { mode: 'text', value: 'SuperOffice:1' }, operator: 'equals' };

	it.each<[string, string, object, RegExp]>([
		[
			'upsert',
			'a value to match',
			{ ...match, matchValue: missing },
			/^Match Value \(matchValue\)/,
		],
		[
			'create',
			'a key field',
			{ title: 'A', ...key, keyField: { mode: 'key', value: missing } },
			/^Key Field/,
		],
		['update', 'a series mode', { ...target, title: 'A', updateMode: missing }, /\(updateMode\)/],
		['getAll', 'a filter', { filters: { text: missing } }, /\(filters\.\w+\): is empty$/],
		[
			'getAll',
			'a comparison',
			{ filters: { customFields: [{ ...comparison, value: missing }] } },
			/^Value \(filters\.customFields\[0\]\.value\)/,
		],
	])('is refused by %s in place of %s, too', async (operation, _what, parameters, message) => {
		expect((await refusal(operation, parameters)).message).toMatch(message);
		expect(asked().filter((one) => !one.startsWith('GET Appointment/CustomField'))).toEqual([]);
	});

	it('is told from what gives an empty text or false, and from what was left alone', async () => {
		const id = await saved({ ...MONDAY, Title: 'Before' });
		const off = { onlyIfUnmodifiedSince: '={{ "" }}', title: '={{ $json.missing ?? "After" }}' };
		await out('update', { appointmentId: byId(id), ...off });
		expect(at(id)).toMatchObject({ Title: 'After' });
		await out('create', { title: 'A', refuseConflicts: '={{ false }}', ...key, keyValue: '' });
		await out('create', { title: '={{ $json.missing }}', startDate: '2026-09-07T10:00:00' });
		const since = { onlyIfUnmodifiedSince: '={{ $json.since }}' };
		const items = [{ since: '2099-01-01T00:00:00Z' }];
		await out('delete', { appointmentId: byId(id), ...since }, { items });
		expect(at(id)).toBeUndefined();
	});
});
