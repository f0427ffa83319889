import type { FastifyInstance, FastifyRequest } from 'fastify';

import { addAppointmentAgent } from '../appointments/agent';
import { DEFINITIONS, fieldInfo } from '../customFields/definitions';
import type { Data } from '../tenant/data';
import { addForeignSystemAgent } from '../foreignKeys/foreignSystem';
import { listNames, readList } from '../lists/mdo';
import { localize } from './present';
import { bodyArgument, localeOf } from './requests';

const textArgument = (request: FastifyRequest, name: string) =>
	String(bodyArgument(request, name) ?? '');

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
	addForeignSystemAgent(app, `${agents}/ForeignSystem`, data);
	addMdoAgent(app, `${agents}/MDO`, data);
	addFieldAgent(app, `${agents}/UserDefinedFieldInfo`);
}
