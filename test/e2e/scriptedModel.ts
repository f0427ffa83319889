import Fastify from 'fastify';
import isEqual from 'lodash/isEqual';

interface Message {
	role: string;
	content?: unknown;
	tool_calls?: unknown;
}

/** What an agent asks of a model. */
export interface Chat {
	messages: Message[];
	stream?: boolean;
	tools?: Array<{ function: { name: string; parameters: object } }>;
}

/** A model that follows a script. */
export interface ScriptedModel {
	/** As n8n's OpenAI credential has it. */
	url: string;
	chats: Chat[];
	close(): Promise<void>;
}

/** What the model fills into a tool that books: texts alone, as models give them. */
export const BOOKING = {
	title: 'Yearly budget',
	start: '2026-12-14T13:00:00',
	end: '2026-12-14T14:00:00',
	alarm: 'true',
	alarmMinutes: '15',
	company: 'Nordlys Energi AS',
};

/** The same for a comment on a request. */
export const COMMENT = { requestId: '5', comment: 'We are sorry. The delivery comes on Friday.' };

type Tool = NonNullable<Chat['tools']>[number];

/** What the model fills into a tool: what has its parameters. */
const scriptFor = (tool?: Tool): object | undefined => {
	const { properties } = (tool?.function.parameters ?? {}) as { properties?: object };
	const names = (script: object = {}) => Object.keys(script).sort();
	return [BOOKING, COMMENT].find((script) => isEqual(names(script), names(properties)));
};

const about = { id: 'chatcmpl-1', created: 1, model: 'scripted' };

/** The answer in one piece, or as the stream of events that agents ask for. */
function answer(message: Message, finish: string, stream: boolean): object | string {
	if (!stream) {
		const choices = [{ index: 0, message, finish_reason: finish }];
		return { ...about, object: 'chat.completion', choices };
	}
	const chunks = [
		{ index: 0, delta: message, finish_reason: null },
		{ index: 0, delta: {}, finish_reason: finish },
	].map((choice) => ({ ...about, object: 'chat.completion.chunk', choices: [choice] }));
	return [...chunks.map((chunk) => JSON.stringify(chunk)), '[DONE]']
		.map((data) => `data: ${data}\n\n`)
		.join('');
}

/**
 * Starts an OpenAI-compatible server on loopback that really calls the agent's tool: first it asks
 * for the tool with what is scripted for it, then it repeats what the tool said.
 */
export async function startScriptedModel(): Promise<ScriptedModel> {
	const chats: Chat[] = [];
	const app = Fastify({ forceCloseConnections: true });
	app.get('/v1/models', () => ({ object: 'list', data: [{ id: 'gpt-4o-mini', object: 'model' }] }));
	app.post('/v1/chat/completions', async (request, reply) => {
		const chat = request.body as Chat;
		chats.push(chat);
		const { messages, tools, stream = false } = chat;
		if (stream) void reply.type('text/event-stream');
		const said = messages.find(({ role }) => role === 'tool');
		if (said) {
			const content = `Done: ${String(said.content)}`;
			return await reply.send(answer({ role: 'assistant', content }, 'stop', stream));
		}
		const [tool] = tools ?? [];
		const call = { name: tool?.function.name, arguments: JSON.stringify(scriptFor(tool)) };
		const tool_calls = [{ index: 0, id: 'call_1', type: 'function', function: call }];
		const message = { role: 'assistant', content: null, tool_calls };
		return await reply.send(answer(message, 'tool_calls', stream));
	});
	const address = await app.listen({ host: '127.0.0.1', port: 0 });
	return {
		url: `${address}/v1`,
		chats,
		close: async () => await app.close(),
	};
}
