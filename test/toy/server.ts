/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server of the tests, never part of the package */
import type { AddressInfo } from 'node:net';

import fastify from 'fastify';

type Widget = Record<string, unknown> & { WidgetId: number };

const ZERO = '0001-01-01T00:00:00';

/** A web service of widgets, which speaks as SuperOffice's do. */
export async function startToy() {
	const app = fastify();
	const widgets = new Map<number, Widget>();
	const keys = new Map<string, number>();
	/** Each call that changes something, with its body. */
	const writes: Array<[call: string, body: unknown]> = [];
	let clock = Date.parse('2026-03-02T09:00:00Z');
	const now = () => new Date((clock += 60_000)).toISOString().replace('.000Z', 'Z');

	app.addContentTypeParser(
		['application/json', 'application/merge-patch+json', 'application/json-patch+json'],
		{ parseAs: 'string' },
		(_request, body, done) => done(null, body === '' ? undefined : JSON.parse(String(body))),
	);
	app.addHook('onSend', async (_request, reply) => {
		reply.header('date', new Date(clock + 600_000).toUTCString());
	});
	app.addHook('preHandler', async ({ method, url, body }) => {
		if (method !== 'GET') writes.push([`${method} ${url.split('?')[0]}`, body]);
	});

	const columnsOf = (one: Widget) => ({
		PrimaryKey: String(one.WidgetId),
		widgetId: one.WidgetId,
		name: one.Name,
		count: one.Count ?? 0,
		registeredDate: one.CreatedDate,
		updatedDate: one.UpdatedDate,
		'widgetUdef/SuperOffice:1': (one.CustomFields as Record<string, string>)['SuperOffice:1'],
	});

	/** Whether a row meets a filter of the few forms that the node sends for widgets. */
	function meets(row: Record<string, unknown>, filter: string): boolean {
		return filter.split(' and ').every((term) => {
			const [, column, operator, value] =
				/^([\w/:]+) (gt|contains|is|beginsWith|afterTime|onOrAfter|after) '?(.*?)'?$/.exec(term) ??
				[];
			const text = String(row[column] ?? '').toLowerCase();
			if (operator === 'gt') return Number(row[column]) > Number(value);
			if (operator === 'is') return text === value.toLowerCase();
			return operator === 'contains' ? text.includes(value.toLowerCase()) : true;
		});
	}

	app.get<{ Querystring: Record<string, string> }>('/api/v1/Widget', ({ query }) => {
		const rows = [...widgets.values()].map(columnsOf).filter((row) => meets(row, query.$filter));
		const descends = /^\w+ desc/.test(query.$orderBy ?? '');
		return { value: (descends ? rows.reverse() : rows).slice(0, Number(query.$top ?? 1000)) };
	});
	app.get('/api/v1/Widget/CustomField', () => [
		{ FieldName: 'SuperOffice:1', DisplayName: 'Code', FieldType: 'ShortText', TextLength: 99 },
	]);
	app.get('/api/v1/Archive/FindWidget/$metadata', () => ({
		value: ['widgetId', 'name', 'count'].map((Name) => ({ Name, DisplayName: Name })),
	}));
	app.get('/api/v1/MDOList/priority/selectable', () => [
		{ Id: 1, Name: 'Low' },
		{ Id: 2, Name: 'High' },
	]);
	app.get('/api/v1/Widget/default', () => ({
		...{
			WidgetId: 0,
			Name: 'New widget',
			Count: 7,
			MadeAt: ZERO,
			Priority: { Id: 1, Value: 'Low' },
		},
		CustomFields: { 'SuperOffice:1': '' },
	}));
	app.post('/api/v1/Widget/Validate', () => ({}));
	app.post<{ Body: Record<string, unknown> }>('/api/v1/Widget', ({ body }) => {
		const WidgetId = widgets.size + 1;
		const at = now();
		const saved = { Name: '', CustomFields: {}, ...body, WidgetId, CreatedDate: at };
		widgets.set(WidgetId, { ...saved, UpdatedDate: ZERO });
		return widgets.get(WidgetId);
	});
	app.get<{ Params: { id: string } }>('/api/v1/Widget/:id', async ({ params }, reply) => {
		const found = widgets.get(Number(params.id));
		return found ?? (await reply.code(404).send({ Message: 'No such widget' }));
	});
	app.patch<{ Params: { id: string }; Body: Record<string, unknown> }>(
		'/api/v1/Widget/:id',
		({ params, body }) => {
			const id = Number(params.id);
			const before = widgets.get(id) as Widget;
			const CustomFields = { ...(before.CustomFields as object), ...(body.CustomFields as object) };
			widgets.set(id, { ...before, ...body, CustomFields, UpdatedDate: now() });
			return widgets.get(id);
		},
	);
	app.delete<{ Params: { id: string } }>('/api/v1/Widget/:id', async ({ params }, reply) => {
		widgets.delete(Number(params.id));
		return await reply.code(204).send();
	});
	app.post<{ Body: { KeyName: string; KeyValue: string } }>(
		'/api/v1/Agents/ForeignSystem/GetKeyByValue',
		async ({ body }, reply) => {
			const RecordId = keys.get(body.KeyValue);
			if (RecordId === undefined) return await reply.type('application/json').send('null');
			return { Key: body.KeyName, Value: body.KeyValue, RecordId };
		},
	);
	app.post<{ Body: { ForeignKey: { Value: string; RecordId: number } } }>(
		'/api/v1/Agents/ForeignSystem/SaveForeignKey',
		({ body: { ForeignKey } }) => {
			keys.set(ForeignKey.Value, ForeignKey.RecordId);
			return ForeignKey;
		},
	);
	await app.listen({ port: 0, host: '127.0.0.1' });
	const { port } = app.server.address() as AddressInfo;
	return {
		baseUrl: `http://127.0.0.1:${port}`,
		widgets,
		writes,
		close: async () => await app.close(),
	};
}
