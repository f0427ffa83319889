import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';

import type { Authenticator } from './engine/caller';
import { seedData, type Data, type Mail } from './tenant/data';
import { ApiFailure } from './engine/failures';
import type { Faults, Load } from './faults/faults';
import { FaultInjector } from './faults/injector';
import { fixedAuthenticator, ONLINE, ON_SITE } from './engine/login';
import { answer, recordRequests, type Recorded, type Scripted } from './engine/recorded';
import { ROOT } from './engine/requests';
import { addRoutes } from './engine/routes';
import { defaultAppointment } from './appointments/save';
import { serve } from './webhooks/served';
import type { Settings } from './webhooks/settings';
import { Webhooks } from './webhooks/webhooks';

export type { Faults, Load } from './faults/faults';
export { LOGIN } from './engine/login';
export type { Recorded, Scripted } from './engine/recorded';

export interface SimulatorOptions {
	/** Basic is refused, Bearer is allowed, tickets need the application token. */
	online?: boolean;
	https?: { key: string; cert: string };
	/** How webhooks are delivered, as far as it differs from SuperOffice's own way. */
	webhooks?: Partial<Settings>;
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
	/** What apps have registered, and what goes out to them. */
	webhooks: Webhooks;
	/** Whether requests are recorded, which a load test has too many for; `reset` does not change it. */
	recording: boolean;
	load: Load;
	/** What goes wrong with requests from now on, until the next call or `reset`. */
	fail(faults: Faults): void;
	/** Lets logins that `fail` has ended hold again; online, whoever signs in gets another one. */
	renewLogin(): void;
	/** Scripts the next answers, in turn; a request that has none is served. */
	answerNext(...answers: Array<Scripted | undefined>): void;
	/** Fresh data and counts, no recorded requests, scripted answers, webhooks and faults. */
	reset(): void;
	close(): Promise<void>;
}

/** Bytes that a request may have: SuperOffice's own limit is documented nowhere. */
const MAX_BODY = 200 * 1024 * 1024;

/** A web service that listens nowhere yet. */
export interface UnstartedService {
	app: FastifyInstance;
	/** The simulator, once it is known under which root it will be found. */
	simulatorAt(baseUrl: () => string): Simulator;
}

interface State {
	data: Data;
	webhooks: Webhooks;
	requests: Recorded[];
	scripted: Array<Scripted | undefined>;
}

/** What a service does with requests before they are served. */
interface Behaviour {
	state: State;
	entrance: Authenticator;
	faults: FaultInjector;
	record(entry: Recorded): void;
}

function addBehaviour(app: FastifyInstance, { state, entrance, faults, record }: Behaviour): void {
	const pathOf = (request: FastifyRequest) => request.url.split('?')[0].replace(ROOT, '');
	recordRequests(app, pathOf, record);
	// After the body was read, so that a scripted answer has seen what it answers.
	app.addHook('preHandler', async (_request, reply) => {
		const scripted = state.scripted.shift();
		return scripted ? await answer(reply, scripted) : undefined;
	});
	faults.addTo(app, pathOf);
	app.addHook('onRequest', async (request, reply) => {
		reply.header('date', new Date(state.data.now()).toUTCString());
		if (state.scripted[0] === undefined) entrance.authenticate(request);
	});
	app.setErrorHandler(async (error, _request, reply) => {
		const failure =
			error instanceof ApiFailure ? error : new ApiFailure(500, 'SystemException', String(error));
		return await reply.code(failure.status).send(failure.body);
	});
	app.setNotFoundHandler(async (request, reply) => {
		// ASP.NET's own words for an address without a service.
		const message = `No HTTP resource was found that matches the request URI '${request.url}'.`;
		return await reply.code(404).send({ Message: message });
	});
}

/**
 * Makes a small SuperOffice web service with state. Its truth comes from elsewhere: the official
 * OpenAPI files, the official client and its fixtures, SuperOffice's documentation.
 * @param options Fastify's own
 */
export function makeService(
	entrance: Authenticator,
	options: object = {},
	settings: Partial<Settings> = {},
): UnstartedService {
	const state = freshState(settings);
	const faults = new FaultInjector(entrance, () => state.data.now());
	let recording = true;
	const record = (entry: Recorded) => {
		if (recording) state.requests.push(entry);
	};
	const app: FastifyInstance = Fastify({
		routerOptions: { caseSensitive: false, ignoreTrailingSlash: true },
		forceCloseConnections: true,
		bodyLimit: MAX_BODY,
		...options,
	});
	addBehaviour(app, { state, entrance, faults, record });
	addRoutes(
		app,
		() => state.data,
		serve(() => state.webhooks, entrance.authenticate),
	);
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
		get webhooks() {
			return state.webhooks;
		},
		get requests() {
			return state.requests;
		},
		get recording() {
			return recording;
		},
		set recording(wanted) {
			recording = wanted;
		},
		get load() {
			return faults.load;
		},
		fail: (wanted) => faults.fail(wanted),
		renewLogin: () => entrance.renewLogins?.(),
		answerNext: (...answers) => void state.scripted.push(...answers),
		reset: () => {
			void state.webhooks.stop();
			Object.assign(state, freshState(settings));
			faults.reset();
		},
		close: async () => {
			await state.webhooks.stop();
			await app.close();
		},
	});
	return { app, simulatorAt: at };
}

/** Starts the web service on loopback, with the logins of `LOGIN`. */
export async function startSimulator({
	online,
	https,
	webhooks,
}: SimulatorOptions = {}): Promise<Simulator> {
	const entrance = fixedAuthenticator(online ? ONLINE : ON_SITE);
	const { app, simulatorAt } = makeService(entrance, { ...(https && { https }) }, webhooks);
	const address = await app.listen({ host: '127.0.0.1', port: 0 });
	return simulatorAt(() => `${address}${ROOT}`);
}

function freshState(settings: Partial<Settings>): State {
	const data = seedData();
	addSampleAppointment(data);
	return {
		data,
		webhooks: new Webhooks(data, settings),
		requests: [],
		scripted: [],
	};
}

/** The reference's sample request saves over appointment 305, which therefore exists. */
function addSampleAppointment(data: Data): void {
	const sample = defaultAppointment(data);
	data.foreignKeys.set(305, { 'n8nTests.sheet.rowid': 'row-17' });
	data.appointments.set(305, { ...sample, AppointmentId: 305, Title: 'Appointment of the sample' });
}
