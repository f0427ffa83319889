import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { callsOf, idsArgument, numberArgument, numberInQuery } from '../engine/calls';
import { notFound } from '../engine/failures';
import { bodyArgument, localeOf, parametersOf, presentAt } from '../engine/requests';
import { DOCUMENT_TEMPLATES, templateOf, type DocumentTemplate } from '../lists/documentItems';
import { readList } from '../lists/mdo';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { contentFrom } from './fromTemplate';
import { capabilities, pluginList } from './plugins';
import { sendStream } from './streams';
import { blankTemplate, templateCarrier, templateEntity, templateExtension } from './templates';

type ById = FastifyRequest<{ Params: { id: string } }>;

/**
 * A template by its number.
 * @throws Failure 404 for one that is not there
 */
function mustHave(id: number): DocumentTemplate {
	const found = templateOf(id);
	if (!found) throw notFound(`DocumentTemplate id ${id}`);
	return found;
}

const inUse = ({ deleted }: DocumentTemplate) => !deleted;

const entities = (withDeleted: boolean): Carrier[] =>
	DOCUMENT_TEMPLATES.filter((one) => withDeleted || inUse(one)).map(templateEntity);

const carriers = (isMeant: (template: DocumentTemplate) => boolean): Carrier[] =>
	DOCUMENT_TEMPLATES.filter(isMeant).flatMap(({ id }): Carrier[] => {
		const found = templateCarrier(id);
		return found ? [found] : [];
	});

const sendJson = async (reply: FastifyReply, value: Value) =>
	await reply.type('application/json').send(JSON.stringify(value));

const sendFile = async (request: FastifyRequest, reply: FastifyReply, id: number) => {
	const template = mustHave(id);
	const content = contentFrom(template, {});
	return await sendStream(request, reply, { name: template.fileName, content });
};

/** Adds the REST calls that read templates of documents (OpenAPI file of lists). */
export function addTemplateRoutes(app: FastifyInstance, api: string, data: () => Data): void {
	const list = `${api}/List/DocumentTemplate`;
	const items = `${list}/Items`;
	app.get(items, (request) =>
		presentAt(request, entities(parametersOf(request).includedeleted?.toLowerCase() === 'true')),
	);
	app.get(`${items}/Default`, (request) => presentAt(request, blankTemplate()));
	app.get(`${items}/:id`, (request: ById) =>
		presentAt(request, templateEntity(mustHave(Number(request.params.id)))),
	);
	app.get(`${items}/:id/Extension`, async (request: ById, reply) => {
		return await sendJson(reply, templateExtension(mustHave(Number(request.params.id)).id));
	});
	app.get(`${items}/:id/Language`, (request: ById) => {
		mustHave(Number(request.params.id));
		return [];
	});
	app.get(`${items}/:id/Content/:language`, async (request: ById, reply) => {
		return await sendFile(request, reply, Number(request.params.id));
	});
	app.get(`${list}/MDOItems`, (request) => {
		const { flat, query = '' } = parametersOf(request);
		const isFlat = flat?.toLowerCase() === 'true';
		const asked = { name: 'doctmpl', additional: '', query, flat: isFlat, selectable: false };
		return readList({ ...asked, data: data(), locale: localeOf(request) });
	});
	app.get(`${list}/Plugin`, pluginList);
	app.get(`${list}/Plugin/:id`, (request: ById) => capabilities(Number(request.params.id)));
}

/** Adds the calls of the list agent that read templates of documents (OpenAPI file). */
export function addTemplateAgent(app: FastifyInstance, agent: string): void {
	const { entity, value } = callsOf(app, agent);
	const idIn = (request: FastifyRequest) => numberArgument(request, 'DocumentTemplateId');
	entity('GetDocumentTemplate', (request) =>
		templateCarrier(numberInQuery(request, 'documentTemplateId')),
	);
	entity('GetDocumentTemplateEntity', (request) => {
		const found = templateOf(numberInQuery(request, 'documentTemplateEntityId'));
		return found && templateEntity(found);
	});
	entity('CreateDefaultDocumentTemplateEntity', blankTemplate);
	value('GetDocumentTemplates', (request) => presentAt(request, carriers(inUse)));
	value('GetDocumentTemplateList', (request) => {
		const ids = idsArgument(request.body as Value | undefined, 'documentTemplateIds');
		return presentAt(
			request,
			carriers(({ id }) => ids.includes(id)),
		);
	});
	value('GetAllDocumentTemplates', (request) =>
		presentAt(request, entities(bodyArgument(request, 'IncludeDeleted') === true)),
	);
	value('GetDocumentTemplateExtension', (request) => templateExtension(mustHave(idIn(request)).id));
	value('GetDocumentTemplateLanguages', (request) => {
		mustHave(idIn(request));
		return [];
	});
	app.post(
		`${agent}/GetDocumentTemplateStreamFromId`,
		async (request, reply) => await sendFile(request, reply, idIn(request)),
	);
}
