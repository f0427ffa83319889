import type { AppointmentEntity } from '@superoffice/webapi';

import type { AppointmentParameter } from '../../../../nodes/entities/appointment/appointment.fields';
import request from '../../../fixtures/post-appointment.request.json';
import { allParameters, cases, parameters } from '../../../cases';
import { byId, NEXT, runNode, sentBody, useSimulator } from '../../../support';

const wireName = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

describe('the table of properties', () => {
	const simulator = useSimulator();

	it("has the 60 properties of the reference's request body, and no other", () => {
		const reference = Object.keys(request);
		expect(reference).toHaveLength(60);
		expect(parameters.map(wireName).sort()).toEqual(reference.sort());
	});

	it("has every property of the official client's AppointmentEntity (a type test)", () => {
		type Official = Exclude<keyof AppointmentEntity, 'tableRight' | 'fieldProperties'>;
		const missing: Record<Exclude<Official, AppointmentParameter>, never> = {};
		const unknown: Record<Exclude<AppointmentParameter, Official>, never> = {};
		expect({ ...missing, ...unknown }).toEqual({});
	});

	it.each(parameters)('sends %s, and nothing else', async (name) => {
		const { enter, wire, also } = cases[name];
		const result = await runNode(simulator(), { [name]: enter });
		expect(result.error).toBeUndefined();
		expect(sentBody(simulator())).toEqual({ [wireName(name)]: wire, ...also });
		expect(result.itemsOf(NEXT)).toHaveLength(1);
	});

	it('sends all properties together in one appointment', async () => {
		const result = await runNode(simulator(), allParameters());
		expect(result.error).toBeUndefined();
		const expected = parameters.map((name) => [wireName(name), cases[name].wire]);
		expect(sentBody(simulator())).toEqual({
			...(Object.fromEntries(expected) as object),
			IsAlldayEvent: false,
		});
	});

	// Rows and groups have their own tests, column by column.
	const single = parameters.filter((name) => {
		const { enter } = cases[name];
		return typeof enter !== 'object' || '__rl' in (enter as object);
	});

	it.each(single)('takes %s from an expression', async (name) => {
		const { enter, wire, also } = cases[name];
		const expression = '={{ $json.given }}';
		const locator = enter as { value?: string };
		const isLocator = typeof enter === 'object';
		const items = [{ given: isLocator ? locator.value : (enter as string) }];
		const value = isLocator ? byId(expression) : expression;
		const result = await runNode(simulator(), { [name]: value }, { items });
		expect(result.error).toBeUndefined();
		expect(sentBody(simulator())).toEqual({ [wireName(name)]: wire, ...also });
	});
});
