import omit from 'lodash/omit';
import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../../../support';
import { MONDAY, useLife } from '../../../life';

describe('custom fields of an item that goes back', () => {
	const { asked, at, out, refusal, saved, sentTo, simulator } = useLife();
	const auto = { specifyBody: 'autoMap', ignoreUnknownFields: true };
	const update = (id: number) => ({ ...auto, appointmentId: byId(id) });
	const simplified = { output: 'simplified' };
	const CUSTOM = { 'SuperOffice:1': 'A', 'SuperOffice:3': 'Talk', 'SuperOffice:5': '[I:1]' };
	const one = async () => await saved({ ...MONDAY, Title: 'One', CustomFields: CUSTOM });
	const get = async (id: number, parameters: object = {}) =>
		(await out('get', { appointmentId: byId(id), ...simplified, ...parameters }))[0] as IDataObject;
	const kept = (id: number) => at(id)?.CustomFields as IDataObject;

	describe('whose list has an entry named by a number', () => {
		const entry = (Id: number, Name: string) => ({ Id, Name, Deleted: false, Hidden: false });
		const entries = { body: [entry(1, 'On Site'), entry(2, '3'), entry(3, 'Hybrid')] };

		it.each<[string, unknown, string]>([
			['its name', '3', '[I:2]'],
			['the number of another', 3, '[I:3]'],
			['digits that are no name', '1', '[I:1]'],
			['another name', 'hybrid', '[I:3]'],
		])('say %s', async (_what, Format, encoded) => {
			const id = await one();
			// A number is one, and no list is asked for.
			simulator().answerNext(undefined, ...(typeof Format === 'string' ? [entries] : []));
			const items = [
				{ AppointmentId: id, Title: 'Edited', CustomFields: { Format } as IDataObject },
			];
			await out('update', update(id), { items });
			expect(sentTo(`Appointment/${id}`)).toMatchObject({
				CustomFields: { 'SuperOffice:7': encoded },
			});
		});
	});

	describe('got without definitions', () => {
		const refused = { status: 403, body: { ErrorMessage: 'No access' } };

		it.each([1, 0])('are taken with %s for a switch', async (number) => {
			const CustomFields = { ...CUSTOM, 'SuperOffice:5': `[I:${number}]` };
			const id = await saved({ ...MONDAY, Title: 'One', CustomFields });
			simulator().answerNext(undefined, refused);
			const item = await get(id);
			expect(item.CustomFields).toMatchObject({ 'SuperOffice:5': number });
			const before = structuredClone(kept(id));
			await out('update', update(id), { items: [{ ...item, Title: 'Edited' }] });
			expect(at(id)?.Title).toBe('Edited');
			expect(kept(id)).toEqual(before);
		});

		it('are refused with any other number for a switch', async () => {
			const items = [{ AppointmentId: 305, Title: 'A', CustomFields: { 'SuperOffice:5': 2 } }];
			const { message } = await refusal('update', update(305), { items });
			expect(message).toMatch(/2 is neither true nor false/);
		});

		it('are refused where these are refused again, and the error says so', async () => {
			const id = await one();
			simulator().answerNext(undefined, refused);
			const item = await get(id);
			simulator().requests.splice(0);
			simulator().answerNext(refused);
			const { message, description } = await refusal('update', update(id), { items: [item] });
			expect(message).toMatch(/\(reading what custom fields there are\): No access$/);
			expect(description).toMatch(/^Plain values of custom fields cannot be sent without/);
			expect(asked()).toEqual(['GET Appointment/CustomField']);
		});
	});

	describe('got in another language', () => {
		const norwegian = { options: { acceptLanguage: 'nb' } };

		it('are refused by label, with what to do', async () => {
			const id = await one();
			const items = [await get(id, norwegian)];
			const { message, description } = await refusal('update', update(id), { items });
			expect(message).toMatch(/no custom field with the label "Gjester" in this language$/);
			expect(description).toMatch(/^Get the item with Custom Fields By ProgId, or in the same/);
			expect(asked().filter((call) => call.startsWith('PATCH'))).toEqual([]);
		});

		it('are found by ProgId, also where it stands behind the label', async () => {
			const id = await one();
			const before = structuredClone(kept(id));
			const item = await get(id, { ...norwegian, customFieldNames: 'progId' });
			const others = omit(item.CustomFields as IDataObject, 'SuperOffice:7');
			const labelled = { 'Referanse (SuperOffice:1)': 'B' };
			for (const CustomFields of [others, labelled]) {
				await out('update', update(id), { items: [{ ...item, CustomFields } as IDataObject] });
			}
			expect(kept(id)).toMatchObject({ 'SuperOffice:1': 'B', 'SuperOffice:3': 'Talk' });
			expect(kept(id)['SuperOffice:5']).toBe(before['SuperOffice:5']);
		});

		it('are found by label in the same language', async () => {
			const id = await one();
			const before = structuredClone(kept(id));
			const items = [{ ...(await get(id, norwegian)), Title: 'Edited' }];
			await out('update', { ...update(id), ...norwegian }, { items });
			expect(at(id)?.Title).toBe('Edited');
			expect(kept(id)).toEqual(before);
		});
	});
});
