/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tells an engine of its own what to load first */
import path from 'node:path';

import './resources';
import { SuperOffice } from '../../nodes/SuperOffice/SuperOffice.node';
import { SuperOfficePollingTrigger } from '../../nodes/SuperOfficePollingTrigger/SuperOfficePollingTrigger.node';
import { SuperOfficeTrigger } from '../../nodes/SuperOfficeTrigger/SuperOfficeTrigger.node';
import { descriptionOf } from '../editor';
import { packageFolder } from '../folder';
import {
	byId,
	byName,
	dropdownOptions,
	mapperFields,
	NEXT,
	poll,
	runNode,
	runPolling,
	runTrigger,
	searchList,
	useSimulator,
	type Run,
} from '../support';
import { startToy } from './server';

/*
 * A kind of record whose folder holds its definition alone does all that the package does with records.
 */

// The forms are those of the sources, which have widgets.
for (const node of [new SuperOffice(), new SuperOfficeTrigger(), new SuperOfficePollingTrigger()]) {
	const { description } = node;
	descriptionOf.cache.set(description.name, description);
}

useSimulator(undefined, {
	N8N_ENGINE_PRELOAD: path.join(packageFolder, 'test', 'toy', 'preload.cjs'),
});

let toy: Awaited<ReturnType<typeof startToy>>;
beforeEach(async () => void (toy = await startToy()));
afterEach(async () => await toy.close());

const run = async (parameters: object, how: Run = {}) => {
	const result = await runNode(toy, { resource: 'widget', ...parameters }, how);
	expect(result.error?.message).toBeUndefined();
	return result.itemsOf(NEXT).map(({ json }) => json);
};

const failure = async (parameters: object) =>
	(await runNode(toy, { resource: 'widget', ...parameters })).error?.message;

const make = async (parameters: object = {}) => {
	const [made] = await run({ operation: 'create', name: 'Cog', ...parameters });
	toy.writes.length = 0;
	return made;
};

const MADE_AT = '2026-12-02 10:00:00';
const CODE = { 'SuperOffice:1': 'A-1' };
const customData = { customFields: { entry: [{ key: 'SuperOffice:1', value: 'A-1' }] } };

it('is created from the form, with a name looked up and a time of the workflow’s zone', async () => {
	const details = { count: 3, madeAt: MADE_AT, priority: byName('High') };
	const [made] = await run({ operation: 'create', name: 'Cog', ...details });
	expect(toy.writes).toEqual([
		[
			'POST /api/v1/Widget',
			{ Name: 'Cog', Count: 3, MadeAt: '2026-12-02T09:00:00Z', Priority: { Id: 2 } },
		],
	]);
	expect(made).toMatchObject({ WidgetId: 1, Name: 'Cog' });
});

it('starts from its defaults, over which what is given counts', async () => {
	await run({ operation: 'create', name: 'Cog', startFromDefaults: true });
	expect(toy.writes).toEqual([
		['POST /api/v1/Widget', { Name: 'Cog', Count: 7, Priority: { Id: 1 } }],
	]);
});

it('is got in each output, chosen by number or name', async () => {
	await make({ priority: byId(2) });
	expect(await run({ operation: 'get', widgetId: byId(1) })).toMatchObject([
		{ WidgetId: 1, Name: 'Cog' },
	]);
	const simplified = { operation: 'get', widgetId: byName('Cog'), output: 'simplified' };
	expect(await run(simplified)).toMatchObject([{ WidgetId: 1, PriorityId: 2 }]);
	const selected = { operation: 'get', widgetId: byId(1), output: 'selected', select: '=Name' };
	expect(await run(selected)).toEqual([{ Name: 'Cog' }]);
});

it('is listed by filters and a custom field, without a period, which it has none of', async () => {
	await make({ ...customData });
	await make({ name: 'Gear' });
	const list = async (filters: object) => await run({ operation: 'getAll', filters });
	expect(await list({ name: 'ea' })).toEqual([{ widgetId: 2, name: 'Gear', count: 0 }]);
	expect(await list({ updatedSince: '2020-01-01T00:00:00Z' })).toHaveLength(2);
	expect(await list({ updatedSince: '2050-01-01T00:00:00Z' })).toEqual([]);
	const customFields = [{ field: 'Code', operator: 'equals', value: 'A-1' }];
	expect(await list({ customFields })).toHaveLength(1);
	await expect(list({ period: 'today' })).rejects.toThrow('The form has no period here');
});

it('is updated, by its own fields and by what it put out before', async () => {
	const made = await make({ ...customData });
	await run({ operation: 'update', widgetId: byId(1), count: 4 });
	expect(toy.writes).toEqual([['PATCH /api/v1/Widget/1', { Count: 4 }]]);
	const auto = { operation: 'update', widgetId: byId(1), specifyBody: 'autoMap' };
	const ignoreUnknownFields = true;
	await run({ ...auto, ignoreUnknownFields }, { items: [{ ...made, Name: 'Wheel' }] });
	expect(toy.writes.at(-1)).toMatchObject(['PATCH /api/v1/Widget/1', { Name: 'Wheel' }]);
	expect(await failure({ operation: 'update', widgetId: byId(1) })).toMatch(
		'there is nothing to update',
	);
	expect(await failure({ operation: 'update' })).toBe('Widget (widgetId): no widget is chosen');
});

it('goes back in as it comes out, in each output, into the same widget and into a copy', async () => {
	await make({ priority: byName('High'), count: 3, ...customData });
	const id = { widgetId: byId(1) };
	const select = ['WidgetId', 'Name', 'Count'];
	const [simplified] = await run({ operation: 'get', ...id, output: 'simplified' });
	const [selected] = await run({ operation: 'get', ...id, output: 'selected', select });
	const [row] = await run({ operation: 'getAll', output: 'raw' });
	const whole = { Name: 'Cog', Count: 3, Priority: { Id: 2 }, CustomFields: CODE };
	for (const [item, sent] of [
		[simplified, whole],
		[selected, { Name: 'Cog', Count: 3 }],
		[row, { Name: 'Cog', Count: 3 }],
	]) {
		for (const operation of ['update', 'create']) {
			const target = operation === 'update' ? id : {};
			await run({ operation, ...target, specifyBody: 'autoMap' }, { items: [item] });
			const call = operation === 'update' ? 'PATCH /api/v1/Widget/1' : 'POST /api/v1/Widget';
			expect(toy.writes.at(-1)).toEqual([call, sent]);
		}
	}
});

it('is created once by a custom field or a foreign key, and updated from then on', async () => {
	const byField = {
		operation: 'upsert',
		name: 'Cog',
		matchField: byId('SuperOffice:1'),
		matchValue: 'A-1',
	};
	expect(await run(byField)).toMatchObject([{ operation: 'created', CustomFields: CODE }]);
	expect(await run(byField)).toMatchObject([{ operation: 'updated', WidgetId: 1 }]);
	const byKey = {
		operation: 'upsert',
		name: 'Gear',
		matchBy: 'foreignKey',
		foreignApplication: 'Shop',
		foreignDevice: 'Live',
		foreignKeyName: 'id',
		foreignKeyValue: '7',
	};
	expect(await run(byKey)).toMatchObject([{ operation: 'created', WidgetId: 2 }]);
	expect(await run(byKey)).toMatchObject([{ operation: 'updated', WidgetId: 2 }]);
	const checkFirst = {
		operation: 'create',
		name: 'Cog',
		keyField: byId('SuperOffice:1'),
		keyValue: 'A-1',
	};
	expect(await run(checkFirst)).toMatchObject([{ operation: 'found', WidgetId: 1 }]);
	expect(toy.widgets.size).toBe(2);
});

it('is validated, deleted, and says what custom fields it has', async () => {
	await make();
	expect(await run({ operation: 'validate', name: 'Cog' })).toEqual([
		{ valid: true, messages: {} },
	]);
	expect(await run({ operation: 'getCustomFields' })).toMatchObject([{ label: 'Code' }]);
	const gone = await run({ operation: 'delete', widgetId: byId(1) });
	expect(gone).toEqual([{ WidgetId: 1, deleted: true }]);
	expect(toy.widgets.size).toBe(0);
});

it('is offered by pickers, with its columns and custom fields', async () => {
	await make();
	const offered = await searchList(toy, { method: 'widget', path: 'widgetId' });
	expect(offered.results).toEqual([{ name: 'Cog', value: 1 }]);
	const form = { resource: 'widget', operation: 'getAll' };
	const columns = await dropdownOptions(toy, 'getColumns', 'select', form);
	expect(columns.map(({ value }) => value)).toEqual(['Count', 'Name', 'WidgetId']);
	const fields = await mapperFields(toy, { resource: 'widget', operation: 'create' });
	expect(fields.map(({ displayName }) => displayName)).toEqual(['Code']);
});

it('starts workflows by webhooks, with its changes, numbers and filters', async () => {
	await make({ priority: byId(2) });
	const event = {
		Event: 'widget.changed',
		EventId: 'e1',
		Timestamp: '2026-03-02T09:00:00Z',
		Entity: 'widget',
		PrimaryKey: 1,
		Changes: ['count_of'],
	};
	const items = async (parameters: object) =>
		(await runTrigger(toy, parameters, event)).itemsOf(NEXT).map(({ json }) => json);
	const [item] = await items({ fetchRecord: true });
	expect(item).toMatchObject({ WidgetId: 1, changedFields: ['Count'], record: { Name: 'Cog' } });
	expect(await items({ filters: { priorities: '2' } })).toHaveLength(1);
	expect(await items({ filters: { priorities: '1' } })).toEqual([]);
});

it('starts workflows by polls, once for each change', async () => {
	const first = await poll(toy, {});
	await make();
	const second = await poll(toy, {}, first.staticData);
	expect(second.items?.map(({ json }) => json)).toMatchObject([
		{ event: 'widget.created', WidgetId: 1 },
	]);
	expect((await poll(toy, {}, second.staticData)).items).toBeUndefined();
	const [item] = (await runPolling(toy, { fetchRecord: true }, second.items)).itemsOf(NEXT);
	expect(item.json).toMatchObject({ WidgetId: 1, record: { Name: 'Cog' } });
});
