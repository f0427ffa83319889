import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';

import { seedData, type Data, type Mail } from './data';
import { Failure } from './failures';
import { FaultInjector, type Faults, type Load } from './faults';
import { checkLogin, ONLINE, ON_SITE } from './login';
import { answer, recordRequests, type Recorded, type Scripted } from './recorded';
import { ROOT } from './requests';
import { addRoutes } from './routes';
import { defaultAppointment } from './save';

export type { Faults, Load } from './faults';
export { LOGIN } from './login';
export type { Recorded, Scripted } from './recorded';

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
	/** Whether requests are recorded; a load test has too many. */
	recording: boolean;
	load: Load;
	/** What goes wrong with requests from now on, until the next call or `reset`. */
	fail(faults: Faults): void;
	/** Scripts the next answers, in turn; a request that has none is served. */
	answerNext(...answers: Array<Scripted | undefined>): void;
	/** Fresh data and counts, no recorded requests, no scripted answers, no faults. */
	reset(): void;
	close(): Promise<void>;
}

/** A web service that listens nowhere yet. */
export interface Unplugged {
	app: FastifyInstance;
	/** The simulator, once it is known under which root it will be found. */
	at(baseUrl: () => string): Simulator;
}

interface State {
	data: Data;
	requests: Recorded[];
	recording: boolean;
	scripted: Array<Scripted | undefined>;
}

function addBehaviour(
	app: FastifyInstance,
	state: State,
	faults: FaultInjector,
	admit: Admission,
): void {
	const pathOf = (request: FastifyRequest) => request.url.split('?')[0].replace(ROOT, '');
	recordRequests(app, pathOf, (entry) => {
		if (state.recording) state.requests.push(entry);
	});
	app.addHook('onRequest', async (request) => {
		if (state.scripted[0] === undefined) admit(request);
	});
	// After the body was read, so that a scripted answer has seen what it answers.
	app.addHook('preHandler', async (_request, reply) => {
		const scripted = state.scripted.shift();
		return scripted ? await answer(reply, scripted) : undefined;
	});
	faults.addTo(app, pathOf);
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

/** Whether a request is served. It throws a Failure for one that is not. */
type Admission = (request: FastifyRequest) => void;

/**
 * Makes a small SuperOffice web service with state. Its truth comes from elsewhere: the official
 * OpenAPI files, the official client and its fixtures, SuperOffice's documentation.
 * @param options Fastify's own
 */
export function makeService(admit: Admission, options: object = {}): Unplugged {
	const state: State = { data: seedData(), requests: [], recording: true, scripted: [] };
	const faults = new FaultInjector();
	const app: FastifyInstance = Fastify({
		routerOptions: { caseSensitive: false, ignoreTrailingSlash: true },
		forceCloseConnections: true,
		...options,
	});
	addBehaviour(app, state, faults, admit);
	addRoutes(app, () => state.data);
	addSampleAppointment(state.data);
	const at = (baseUrl: () => string): Simulator => ({
		get baseUrl() {
			return baseUrl();
		},
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
		get recording() {
			return state.recording;
		},
		set recording(recording) {
			state.recording = recording;
		},
		get load() {
			return faults.load;
		},
		fail: (wanted) => faults.fail(wanted),
		answerNext: (...answers) => void state.scripted.push(...answers),
		reset: () => {
			Object.assign(state, { data: seedData(), requests: [], recording: true, scripted: [] });
			faults.reset();
			addSampleAppointment(state.data);
		},
		close: async () => await app.close(),
	});
	return { app, at };
}

/** Starts the web service on loopback, with the logins of `LOGIN`. */
export async function startSimulator({ online, https }: SimulatorOptions = {}): Promise<Simulator> {
	const logins = online ? ONLINE : ON_SITE;
	const admit: Admission = ({ headers }) => checkLogin(headers, logins);
	const { app, at } = makeService(admit, { ...(https && { https }) });
	const address = await app.listen({ host: '127.0.0.1', port: 0 });
	return at(() => `${address}${ROOT}`);
}

/** The reference's sample request saves over appointment 305, which therefore exists. */
function addSampleAppointment(data: Data): void {
	const sample = defaultAppointment(data);
	data.foreignKeys.set(305, { 'n8nTests.sheet.rowid': 'row-17' });
	data.appointments.set(305, { ...sample, AppointmentId: 305, Title: 'Appointment of the sample' });
}
