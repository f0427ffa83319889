import { ForeignSystemAgent, type WebApiOptions } from '@superoffice/webapi';

import { AUTHORIZATION, useService } from '../engine/service';

describe('the foreign keys of appointments', () => {
	const { simulator, ask } = useService();

	it('are saved and found by the official client', async () => {
		const agent = new ForeignSystemAgent({
			baseUrl: `${simulator().baseUrl}/api`,
			axiosConfig: { headers: { Authorization: AUTHORIZATION } },
		} as WebApiOptions);
		const find = async (value: string, table = 'appointment') =>
			await agent.getKeyByValueAsync('Web Shop', 'Production', 'orderId', value, table);
		expect(await find('4711')).toBeNull();
		const key = { key: 'orderId', value: '4711', recordId: 305, tableName: 'appointment' };
		const saved = await agent.saveForeignKeyAsync(key, 'Web Shop', 'Production', '');
		expect(saved).toMatchObject(key);
		expect(await find('4711')).toMatchObject({ recordId: 305 });
		expect(await find('4711', 'contact')).toBeNull();
		expect((await ask('Appointment/305/ForeignKey')).body).toMatchObject({
			'Web Shop.Production.orderId': '4711',
		});
		await expect(
			agent.saveForeignKeyAsync({ ...key, recordId: 999_999 }, 'Web Shop', 'Production', ''),
		).rejects.toMatchObject({ response: { status: 404 } });
	});
});
