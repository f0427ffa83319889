/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a server of the tests, never part of the package */
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';

import { seedData, type Data, type Mail } from './data';
import { badArgument, Failure } from './failures';
import { checkLogin } from './login';
import { ROOT } from './requests';
import { addRoutes } from './routes';
import { defaultAppointment } from './save';

export { LOGIN } from './login';

/** A request as it came over the wire. */
export interface Recorded {
	method: string;
	/** Path below the web service's root, such as `/api/v1/Appointment`. */
	path: string;
	query: Record<string, string>;
	headers: Record<string, string | string[] | undefined>;
	/** The body's text. */
	body: string;
}

/** An answer that stands in for the service's own. */
export interface Scripted {
	status?: number;
	headers?: Record<string, string>;
	/** Sent as it is when it is text, else as JSON. */
	body?: unknown;
	/** Cuts the connection without an answer. */
	reset?: boolean;
	/** Milliseconds before the answer. */
	delay?: number;
}

export interface SimulatorOptions {
	/** Basic is refused, Bearer is allowed, tickets need the application token. */
	online?: boolean;
	https?: { key: string; cert: string };
}

export interface Simulator {
	/** The web service's root, as a credential has it. */
	baseUrl: string;
	data: Data;
	/** All requests since the start or the last `reset`. */
	requests: Recorded[];
	/** The mails that SuperOffice would have sent. */
	mails: Mail[];
	/** How many rows archives had to look at. */
	rowsScanned: number;
	/** Scripts the next answers, in turn; a request that has none is served. */
	answerNext(...answers: Array<Scripted | undefined>): void;
	/** Fresh data and counts, no recorded requests, no scripted answers. */
	reset(): void;
	close(): Promise<void>;
}

interface State {
	data: Data;
	requests: Recorded[];
	scripted: Array<Scripted | undefined>;
}

async function answer(reply: FastifyReply, scripted: Scripted): Promise<FastifyReply> {
	if (scripted.delay) await new Promise((resolve) => setTimeout(resolve, scripted.delay));
	if (scripted.reset) {
		reply.hijack();
		reply.raw.destroy();
		return reply;
	}
	const { status = 200, headers = {}, body } = scripted;
	const type = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json';
	return await reply
		.code(status)
		.headers({ 'content-type': type, ...headers })
		.send(typeof body === 'string' ? body : JSON.stringify(body));
}

function addBehaviour(app: FastifyInstance, state: State, online: boolean): void {
	const recorded = new WeakMap<object, Recorded>();
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
		const text = String(body);
		Object.assign(recorded.get(request.raw) ?? {}, { body: text });
		try {
			// The official client posts nothing at all to calls without arguments.
			done(null, text === '' ? undefined : JSON.parse(text));
		} catch {
			done(badArgument('The request body is not JSON'));
		}
	});
	const form = 'application/x-www-form-urlencoded';
	app.addContentTypeParser(form, { parseAs: 'string' }, (request, body, done) => {
		Object.assign(recorded.get(request.raw) ?? {}, { body: String(body) });
		done(null, new URLSearchParams(String(body)));
	});
	app.addHook('onRequest', async (request) => {
		const entry: Recorded = {
			method: request.method,
			path: request.url.split('?')[0].replace(ROOT, ''),
			query: { ...(request.query as Record<string, string>) },
			headers: { ...request.headers },
			body: '',
		};
		recorded.set(request.raw, entry);
		state.requests.push(entry);
		if (state.scripted[0] === undefined) checkLogin(request.headers, online);
	});
	// After the body was read, so that a scripted answer has seen what it answers.
	app.addHook('preHandler', async (_request, reply) => {
		const scripted = state.scripted.shift();
		return scripted ? await answer(reply, scripted) : undefined;
	});
	app.setErrorHandler(async (error, _request, reply) => {
		const failure =
			error instanceof Failure ? error : new Failure(500, 'SystemException', String(error));
		return await reply.code(failure.status).send(failure.body);
	});
	app.setNotFoundHandler(async (request, reply) => {
		// ASP.NET's own words for an address without a service.
		const message = `No HTTP resource was found that matches the request URI '${request.url}'.`;
		return await reply.code(404).send({ Message: message });
	});
}

/**
 * Starts a small SuperOffice web service on loopback, with state. Its truth comes from elsewhere:
 * the official OpenAPI files, the official client and its fixtures, SuperOffice's documentation.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const state: State = { data: seedData(), requests: [], scripted: [] };
	const app: FastifyInstance = Fastify({
		routerOptions: { caseSensitive: false, ignoreTrailingSlash: true },
		forceCloseConnections: true,
		...(options.https && { https: options.https }),
	} as object);
	addBehaviour(app, state, options.online ?? false);
	addRoutes(app, () => state.data);
	addSampleAppointment(state.data);
	const address = await app.listen({ host: '127.0.0.1', port: 0 });
	return {
		baseUrl: `${address}${ROOT}`,
		get data() {
			return state.data;
		},
		get mails() {
			return state.data.mails;
		},
		get rowsScanned() {
			return state.data.rowsScanned;
		},
		get requests() {
			return state.requests;
		},
		answerNext: (...answers) => void state.scripted.push(...answers),
		reset: () => {
			Object.assign(state, { data: seedData(), requests: [], scripted: [] });
			addSampleAppointment(state.data);
		},
		close: async () => await app.close(),
	};
}

/** The reference's sample request saves over appointment 305, which therefore exists. */
function addSampleAppointment(data: Data): void {
	const sample = defaultAppointment(data);
	data.foreignKeys.set(305, { 'n8nTests.sheet.rowid': 'row-17' });
	data.appointments.set(305, { ...sample, AppointmentId: 305, Title: 'Appointment of the sample' });
}
