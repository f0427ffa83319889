import type { FastifyInstance, FastifyRequest } from 'fastify';

import { addAgentRoutes } from './agents';
import { addAttachmentRoutes } from '../attachments/attachmentRoutes';
import { addAppointmentRoutes } from '../appointments/routes';
import { readArchive, readMetadata } from '../archives/query';
import { CONTACT } from '../contacts/contactKind';
import { addContactRoutes } from '../contacts/contactRoutes';
import { DOCUMENT } from '../documents/documentKind';
import { addDocumentRoutes } from '../documents/documentRoutes';
import { addTemplateRoutes } from '../documents/templateRoutes';
import { FIELDS } from '../customFields/fields';
import { fieldOfLayout, udefLayout } from '../customFields/layout';
import type { Data } from '../tenant/data';
import { notFound } from './failures';
import { listNames, readList } from '../lists/mdo';
import { localize } from './present';
import { PROJECT_MEMBER, SALE_STAKEHOLDER } from '../members/rowKinds';
import { addRowRoutes } from '../members/routes';
import { PERSON } from '../persons/personKind';
import { addPersonRoutes } from '../persons/personRoutes';
import { PROJECT } from '../projects/projectKind';
import { addProjectRoutes } from '../projects/projectRoutes';
import { principal } from './principal';
import { addEntityRoutes } from '../records/routes';
import { SALE } from '../sales/saleKind';
import { addSaleRoutes } from '../sales/saleRoutes';
import { localeOf, parametersOf, ROOT, responseFormatOf } from './requests';
import { baseZone } from './timeZone';
import { addMessageRoutes } from '../tickets/messageRoutes';
import { addTicketRoutes } from '../tickets/ticketRoutes';
import { addWebhookAgent } from '../webhooks/agent';
import { addWebhookRoutes } from '../webhooks/routes';
import type { Served } from '../webhooks/served';

/** Address of the REST and agent calls. */
const API = `${ROOT}/api/v1`;

/** The REST calls that list records, and the archives that they ask (OpenAPI files). */
const ARCHIVES: Record<string, string> = {
	Contact: 'SimpleContact',
	Person: 'Person',
	Project: 'FindProject',
	Sale: 'FindSale',
	Document: 'FindDocument',
	Appointment: 'FindAppointment',
	ProjectMember: 'ProjectMember',
	SaleStakeholder: 'SaleStakeholder',
	Ticket: 'Ticket',
	TicketMessage: 'TicketMessage',
};

function addCustomFieldRoutes(app: FastifyInstance): void {
	for (const [record, fields] of Object.entries(FIELDS)) {
		const address = `${API}/${record}/CustomField`;
		app.get(address, (request) => localize(fields.infos(), localeOf(request)));
		app.get<{ Params: { fieldName: string } }>(`${address}/:fieldName`, (request) => {
			const { fieldName } = request.params;
			const wanted = fieldName.toLowerCase();
			const found = fields
				.infos()
				.find(({ FieldName }) => String(FieldName).toLowerCase() === wanted);
			if (!found) throw notFound(`Custom field "${fieldName}"`);
			return localize(found, localeOf(request));
		});
	}
}

/** Adds the calls that read layouts; those that change them are left out. */
function addLayoutRoutes(app: FastifyInstance): void {
	const laidOut = Object.entries(FIELDS).filter(([, fields]) => fields.hasUserDefined);
	for (const [record, fields] of laidOut) {
		const layout = udefLayout(record, fields);
		for (const address of ['UdefLayout', 'UdefLayout/Published']) {
			const url = `${API}/${record}/${address}`;
			app.get(url, (request) => localize(layout, localeOf(request)));
			app.get<{ Params: { field: string } }>(`${url}/:field`, (request) => {
				const found = fieldOfLayout(layout, request.params.field);
				if (!found) throw notFound(`Field "${request.params.field}"`);
				return localize(found, localeOf(request));
			});
		}
	}
}

function addListRoutes(app: FastifyInstance, data: () => Data): void {
	const read = (request: FastifyRequest<{ Params: { name: string } }>, selectable: boolean) => {
		const { flat, additional = '', query = '' } = parametersOf(request);
		return readList({
			data: data(),
			name: request.params.name,
			additional,
			query: selectable ? '' : query,
			flat: flat?.toLowerCase() === 'true',
			selectable,
			locale: localeOf(request),
		});
	};
	app.get(`${API}/MDOList`, listNames);
	app.get<{ Params: { name: string } }>(`${API}/MDOList/:name`, (request) => read(request, false));
	app.get<{ Params: { name: string } }>(`${API}/MDOList/:name/selectable`, (request) =>
		read(request, true),
	);
}

function addRecordRoutes(app: FastifyInstance, data: () => Data): void {
	const read = (request: FastifyRequest, name: string) =>
		readArchive(name, parametersOf(request), { ...responseFormatOf(request), data: data() });
	const describe = (request: FastifyRequest, name: string) =>
		readMetadata(name.replace('$metadata', ''), { ...responseFormatOf(request), data: data() });
	for (const [record, archive] of Object.entries(ARCHIVES)) {
		app.get(`${API}/${record}`, (request) => read(request, archive));
	}
	app.route<{ Params: { name: string } }>({
		method: ['GET', 'POST'],
		url: `${API}/Archive/:name`,
		handler: (request) => {
			const { name } = request.params;
			// The documentation writes it without a slash too.
			return name.endsWith('$metadata') ? describe(request, name) : read(request, name);
		},
	});
	app.get<{ Params: { name: string } }>(`${API}/Archive/:name/$metadata`, (request) =>
		describe(request, request.params.name),
	);
}

/** Adds the calls that the simulator serves. */
export function addRoutes(app: FastifyInstance, data: () => Data, webhooks: Served): void {
	app.decorate('baseZone', { getter: () => data().baseZone });
	app.get(`${API}/TimeZone/base`, () => baseZone(data()));
	app.get(`${API}/User/currentPrincipal`, () => principal(data()));
	addAppointmentRoutes(app, API, data);
	addCustomFieldRoutes(app);
	addLayoutRoutes(app);
	addListRoutes(app, data);
	addRecordRoutes(app, data);
	for (const kind of [CONTACT, PERSON, PROJECT, SALE, DOCUMENT])
		addEntityRoutes(app, API, kind, data);
	for (const kind of [PROJECT_MEMBER, SALE_STAKEHOLDER]) addRowRoutes(app, API, kind, data);
	addContactRoutes(app, API, data);
	addPersonRoutes(app, API, data);
	addProjectRoutes(app, API, data);
	addSaleRoutes(app, API, data);
	addTicketRoutes(app, API, data);
	addMessageRoutes(app, API, data);
	addAttachmentRoutes(app, API, data);
	addDocumentRoutes(app, API, data);
	addTemplateRoutes(app, API, data);
	addAgentRoutes(app, `${API}/Agents`, data);
	addWebhookRoutes(app, API, webhooks);
	addWebhookAgent(app, `${API}/Agents/Webhook`, webhooks);
}
