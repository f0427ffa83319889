import { Deliveries } from '../../../nodes/SuperOfficeTrigger/deliveries';

it('knows what has been delivered', () => {
	const deliveries = new Deliveries(10);
	expect(['a', 'b', 'a', 'b', 'c'].map((key) => deliveries.isNew(key))).toEqual([
		true,
		true,
		false,
		false,
		true,
	]);
});

it('remembers the last ones, and no more', () => {
	const deliveries = new Deliveries(2);
	for (const key of ['a', 'b', 'c']) deliveries.isNew(key);
	expect(deliveries.isNew('b')).toBe(false);
	expect(deliveries.isNew('c')).toBe(false);
	expect(deliveries.isNew('a')).toBe(true);
});

it('lets come again what nothing has come of', () => {
	const deliveries = new Deliveries(2);
	deliveries.isNew('a');
	deliveries.forget('a');
	expect(deliveries.isNew('a')).toBe(true);
});
