import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { parametersOf, presentAt, presentEntity } from '../engine/requests';
import type { Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { createFromTemplate, readTags } from './fromTemplate';
import {
	checkin,
	checkout,
	checkoutState,
	refusal,
	returnInfo,
	undoCheckout,
	versionsOf,
} from './locks';
import { capabilities, pluginList, propertiesOf, urlOf } from './plugins';
import { contentOf, deleteContent, lengthOf, mustHave, storeContent } from './storing';
import { readStream, sanitized, sendStream } from './streams';

type ById = FastifyRequest<{ Params: { id: string } }>;

const idOf = ({ params: { id } }: ById) => Number(id);

const sendJson = async (reply: FastifyReply, value: Value) =>
	await reply.type('application/json').send(JSON.stringify(value));

/** The values of a parameter that may come several times. */
function listOf({ query }: FastifyRequest, wanted: string): string[] {
	const entries = Object.entries(query as Record<string, string | string[]>);
	const found = entries.find(([name]) => name.toLowerCase() === wanted.toLowerCase());
	return found ? [found[1]].flat() : [];
}

/** Adds the calls about the content of a document. */
function addContent(app: FastifyInstance, api: string, data: () => Data): void {
	const address = `${api}/Document/:id/Content`;
	app.get(address, async (request: ById, reply) => {
		return await sendStream(request, reply, contentOf(data(), idOf(request)));
	});
	app.get(`${api}/Document/:id/SanitizedContent`, async (request: ById, reply) => {
		return await sendStream(request, reply, sanitized(contentOf(data(), idOf(request))));
	});
	app.put(address, (request: ById) =>
		presentEntity(request, storeContent(data(), idOf(request), readStream(request))),
	);
	app.post(address, (request: ById) => {
		const tags = readTags(request.body as Value | undefined, false);
		const contactId = Number(parametersOf(request).contactid ?? 0);
		const stored = createFromTemplate(data(), idOf(request), { contactId, tags });
		return presentEntity(request, stored);
	});
	app.delete(address, (request: ById) => {
		deleteContent(data(), idOf(request));
		return returnInfo();
	});
	app.get(`${api}/Document/:id/Length`, async (request: ById, reply) => {
		const { versionid = '' } = parametersOf(request);
		return await sendJson(reply, lengthOf(data(), idOf(request), versionid));
	});
	app.get(`${api}/Document/:id/Url`, async (request: ById, reply) => {
		const { versionid = '' } = parametersOf(request);
		return await sendJson(reply, urlOf(data(), idOf(request), versionid));
	});
}

/** Adds the calls that lock documents, and tell of their versions. */
function addLocks(app: FastifyInstance, api: string, data: () => Data): void {
	const address = `${api}/Document/:id/Lock`;
	app.get(address, (request: ById) => checkoutState(data(), idOf(request)));
	app.post(address, (request: ById) => checkout(data(), idOf(request)));
	app.put(address, (request: ById) => {
		const { versiondescription: description = '' } = parametersOf(request);
		const extraFields = listOf(request, 'versionExtraFields');
		return checkin(data(), idOf(request), { description, extraFields });
	});
	app.delete(address, (request: ById) => undoCheckout(data(), idOf(request)));
	app.get(`${api}/Document/:id/Version`, (request: ById) =>
		presentAt(request, versionsOf(data(), idOf(request))),
	);
}

/** Adds the REST calls that only documents have (OpenAPI file). */
export function addDocumentRoutes(app: FastifyInstance, api: string, data: () => Data): void {
	addContent(app, api, data);
	addLocks(app, api, data);
	app.get(`${api}/Document/Plugin`, pluginList);
	app.get(`${api}/Document/Plugin/:id`, (request: ById) => capabilities(idOf(request)));
	app.get(`${api}/Document/:id/Property`, (request: ById) =>
		propertiesOf(data(), idOf(request), listOf(request, 'requestedProperties')),
	);
	app.get(`${api}/Document/:id/Command`, (request: ById) => {
		mustHave(data(), idOf(request));
		return [];
	});
	app.post(`${api}/Document/:id/Command/:command`, (request: ById) => {
		mustHave(data(), idOf(request));
		return refusal('There is no such command');
	});
}
