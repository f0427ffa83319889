import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { CONTACT } from '../contacts/contactKind';
import { readValue } from '../engine/body';
import { badArgument } from '../engine/failures';
import { bodyArgument, clockOf, parametersOf, presentAt } from '../engine/requests';
import { PURPOSES } from '../lists/recordItems';
import { findEntity, updateEntity } from '../records/entity';
import { element } from '../records/elements';
import { mustFind } from '../records/routes';
import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { consentFor, findKeyed, withConsent, type SentConsent } from './consents';
import { mergePersons, movePerson } from './mergePersons';
import { PERSON } from './personKind';

type To = { Params: { id: string; destination: string } };
type Of = { Params: { id: string; purpose: string } };

/**
 * The date of the address, which both calls need (OpenAPI file).
 * @throws Failure 400, a guess, for none
 */
function moveAfter(request: FastifyRequest): string {
	const { moveafterdate = '' } = parametersOf(request);
	if (moveafterdate === '') throw badArgument('moveAfterDate is missing');
	return String(readValue(moveafterdate, ['StartDate'], clockOf(request)));
}

function addMoves(app: FastifyInstance, address: string, data: () => Data): void {
	app.post<To>(`${address}/:id/MoveTo/:destination`, async (request, reply) => {
		const { id, destination } = request.params;
		mustFind(PERSON, data(), id);
		mustFind(CONTACT, data(), destination);
		movePerson(data(), Number(id), Number(destination), moveAfter(request));
		return await reply.code(204).send();
	});
	app.post<To>(`${address}/:id/MergeTo/:destination`, async (request, reply) => {
		const { id, destination } = request.params;
		for (const one of [id, destination]) mustFind(PERSON, data(), one);
		const parameters = parametersOf(request);
		const isOn = (name: string) => parameters[name]?.toLowerCase() === 'true';
		mergePersons(data(), Number(id), Number(destination), {
			after: moveAfter(request),
			deleteSource: isOn('deletesource'),
			replaceEmptyFields: isOn('replaceemptyfieldsondestination'),
		});
		return await reply.code(204).send();
	});
}

function addConsents(app: FastifyInstance, address: string, data: () => Data): void {
	const purposeOf = ({ params: { purpose } }: FastifyRequest<Of>) =>
		findKeyed(PURPOSES, 'purpose of consents', purpose);
	const set = async (reply: FastifyReply, stored: Carrier, sent: SentConsent) => {
		const Consents = withConsent(data(), stored, sent);
		updateEntity(PERSON, data(), { ...stored, Consents });
		return await reply.code(204).send();
	};
	app.get<Of>(`${address}/:id/Consent`, (request) =>
		presentAt(request, mustFind(PERSON, data(), request.params.id).Consents),
	);
	app.get<Of>(`${address}/:id/Consent/:purpose`, async (request, reply) => {
		const purpose = purposeOf(request);
		const found = consentFor(mustFind(PERSON, data(), request.params.id), purpose);
		const isGiven = found !== undefined && found.LegalBaseKey !== 'WITHDRAWN';
		return await reply.type('application/json').send(JSON.stringify(isGiven));
	});
	app.put<Of>(`${address}/:id/Consent/:purpose`, async (request, reply) => {
		const stored = mustFind(PERSON, data(), request.params.id);
		const { source = '', legalbase = '', comment = '' } = parametersOf(request);
		if (source === '' || legalbase === '') throw badArgument('source or legalBase is missing');
		return await set(reply, stored, {
			purpose: purposeOf(request).key,
			source,
			base: legalbase,
			comment,
		});
	});
	app.delete<Of>(`${address}/:id/Consent/:purpose`, async (request, reply) => {
		const stored = mustFind(PERSON, data(), request.params.id);
		return await set(reply, stored, { purpose: purposeOf(request).key, base: 'WITHDRAWN' });
	});
}

/** Adds the REST calls that only persons have (OpenAPI file). */
export function addPersonRoutes(app: FastifyInstance, api: string, data: () => Data): void {
	addMoves(app, `${api}/Person`, data);
	addConsents(app, `${api}/Person`, data);
}

/** Adds the agent calls that only persons have. An address that the person has only moves: a guess. */
export function addPersonAgent(app: FastifyInstance, agent: string, data: () => Data): void {
	app.post(`${agent}/SetConsent`, async (request, reply: FastifyReply) => {
		const text = (name: string) => String(bodyArgument(request, name) ?? '');
		const stored = findEntity(PERSON, data(), Number(text('PersonId')));
		const [source, base] = [text('Source'), text('LegalBase')];
		if (!stored || source === '' || base === '') throw badArgument('An argument is missing');
		const { key: purpose } = findKeyed(PURPOSES, 'purpose of consents', text('Purpose'));
		const Consents = withConsent(data(), stored, {
			purpose,
			source,
			base,
			comment: text('Comment'),
		});
		updateEntity(PERSON, data(), { ...stored, Consents });
		return await reply.code(204).send();
	});
	app.post(`${agent}/AddEmailAddressToPerson`, async (request, reply: FastifyReply) => {
		const id = Number(bodyArgument(request, 'PersonId') ?? 0);
		const address = String(bodyArgument(request, 'EmailAddress') ?? '').trim();
		const stored = findEntity(PERSON, data(), id);
		if (!stored || address === '') throw badArgument('There is no such person, or no address');
		const known = stored.Emails as Carrier[];
		const isOther = ({ Value }: Carrier) => String(Value).toLowerCase() !== address.toLowerCase();
		const others = known.filter(isOther);
		const own = known.find((one) => !isOther(one)) ?? element('text', address);
		const isFirst = bodyArgument(request, 'SetAsPrimaryEmail') === true;
		const kept = known.length > others.length ? known : [...known, own];
		updateEntity(PERSON, data(), { ...stored, Emails: isFirst ? [own, ...others] : kept });
		return await reply.code(204).send();
	});
}
