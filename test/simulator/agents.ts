import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { Carrier, Value } from './carriers';
import { DEFINITIONS, fieldInfo } from './customFields/definitions';
import type { Data } from './data';
import { typedDefault } from './defaults';
import { listNames, readList } from './lists/mdo';
import { localize } from './present';
import { clockOf, localeOf, present } from './requests';
import { validateAppointment } from './validate';
import { bodyValue } from './values';

/** What an agent call's body has under a name. */
const argument = (request: FastifyRequest, name: string) =>
	bodyValue(request.body as Value | undefined, name);

const textArgument = (request: FastifyRequest, name: string) =>
	String(argument(request, name) ?? '');

function addAppointmentAgent(app: FastifyInstance, agent: string, data: () => Data): void {
	const create = (name: string, ...names: string[]) =>
		app.post(`${agent}/CreateDefaultAppointmentEntity${name}`, (request): Carrier => {
			const [type, owner] = names.map((one) => argument(request, one) ?? '');
			return present(request, typedDefault(data(), type, owner));
		});
	create('');
	create('ByType', 'Type');
	create('ByTypeAndAssociate', 'Type', 'AssociateId');
	app.post(`${agent}/ValidateAppointmentEntity`, (request) => {
		const entity = argument(request, 'AppointmentEntity');
		return validateAppointment(data(), entity, clockOf(request), localeOf(request));
	});
}

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
	const isFlat = (request: FastifyRequest) => argument(request, 'ForceFlatList') === true;
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

/** Only appointments have custom fields in this tenant. */
function addFieldAgent(app: FastifyInstance, agent: string): void {
	app.post(`${agent}/GetCustomFieldInfoList`, (request) => {
		const isKnown = textArgument(request, 'TableName').toLowerCase() === 'appointment';
		const locale = localeOf(request);
		return (isKnown ? DEFINITIONS : []).map((one) => localize(fieldInfo(one), locale));
	});
}

/** Adds the agents' calls: POST, with names that are compared without case in the body. */
export function addAgentRoutes(app: FastifyInstance, agents: string, data: () => Data): void {
	addAppointmentAgent(app, `${agents}/Appointment`, data);
	addMdoAgent(app, `${agents}/MDO`, data);
	addFieldAgent(app, `${agents}/UserDefinedFieldInfo`);
}
