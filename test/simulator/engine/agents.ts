import type { FastifyInstance, FastifyRequest } from 'fastify';

import { addAttachmentAgent } from '../attachments/attachmentAgent';
import { addAppointmentAgent } from '../appointments/agent';
import { CONTACT } from '../contacts/contactKind';
import { addContactAgent } from '../contacts/contactRoutes';
import { FIELDS } from '../customFields/fields';
import { addDocumentAgent } from '../documents/documentAgent';
import { DOCUMENT } from '../documents/documentKind';
import { addTemplateAgent } from '../documents/templateRoutes';
import type { Data } from '../tenant/data';
import { addForeignSystemAgent } from '../foreignKeys/foreignSystem';
import { listNames, readList } from '../lists/mdo';
import { addMailAgent } from '../mails/agent';
import { addMemberAgent, addRowAgent } from '../members/agent';
import { PROJECT_MEMBER, SALE_STAKEHOLDER } from '../members/rowKinds';
import { PERSON } from '../persons/personKind';
import { addPersonAgent } from '../persons/personRoutes';
import { addProjectAgent } from '../projects/projectAgent';
import { PROJECT } from '../projects/projectKind';
import { addEntityAgent } from '../records/agent';
import { addCrudAgent } from '../records/crudAgent';
import { addSaleAgent } from '../sales/saleAgent';
import { SALE } from '../sales/saleKind';
import { addMessageAgent } from '../tickets/messageAgent';
import { addTicketAgent } from '../tickets/ticketAgent';
import { localize } from './present';
import { textArgument } from './calls';
import { bodyArgument, localeOf } from './requests';

function addMdoAgent(app: FastifyInstance, agent: string, data: () => Data): void {
	const read = (request: FastifyRequest, asked: { flat: boolean; selectable: boolean }) =>
		readList({
			...asked,
			data: data(),
			name: textArgument(request, 'Name'),
			additional: textArgument(request, 'AdditionalInfo'),
			query: textArgument(request, 'SearchValue'),
			locale: localeOf(request),
		});
	const isFlat = (request: FastifyRequest) => bodyArgument(request, 'ForceFlatList') === true;
	app.post(`${agent}/GetList`, (request) =>
		read(request, { flat: isFlat(request), selectable: false }),
	);
	app.post(`${agent}/GetListWithRestriction`, (request) =>
		read(request, { flat: true, selectable: false }),
	);
	app.post(`${agent}/GetSelectableList`, (request) =>
		read(request, { flat: isFlat(request), selectable: true }),
	);
	app.post(`${agent}/GetListNames`, listNames);
}

function addFieldAgent(app: FastifyInstance, agent: string): void {
	app.post(`${agent}/GetCustomFieldInfoList`, (request) => {
		const table = textArgument(request, 'TableName').toLowerCase();
		const found = Object.entries(FIELDS).find(([record]) => record.toLowerCase() === table);
		return localize(found?.[1].infos() ?? [], localeOf(request));
	});
}

/** Adds the agents' calls: POST, with names that are compared without case in the body. */
export function addAgentRoutes(app: FastifyInstance, agents: string, data: () => Data): void {
	addAppointmentAgent(app, `${agents}/Appointment`, data);
	for (const kind of [CONTACT, PERSON]) addEntityAgent(app, agents, kind, data);
	for (const kind of [CONTACT, PERSON, PROJECT, SALE, DOCUMENT])
		addCrudAgent(app, agents, kind, data);
	addProjectAgent(app, `${agents}/Project`, data);
	addSaleAgent(app, `${agents}/Sale`, data);
	addDocumentAgent(app, `${agents}/Document`, data);
	addTemplateAgent(app, `${agents}/List`);
	addRowAgent(app, `${agents}/Project`, PROJECT_MEMBER, data);
	addMemberAgent(app, `${agents}/Project`, PROJECT_MEMBER, data);
	addRowAgent(app, `${agents}/Sale`, SALE_STAKEHOLDER, data);
	addTicketAgent(app, `${agents}/Ticket`, data);
	addMessageAgent(app, `${agents}/Ticket`, data);
	addAttachmentAgent(app, `${agents}/Ticket`, data);
	addMailAgent(app, `${agents}/CustomerService`, data);
	addContactAgent(app, `${agents}/Contact`, data);
	addPersonAgent(app, `${agents}/Person`, data);
	addForeignSystemAgent(app, `${agents}/ForeignSystem`, data);
	addMdoAgent(app, `${agents}/MDO`, data);
	addFieldAgent(app, `${agents}/UserDefinedFieldInfo`);
}
