import Fastify from 'fastify';

/** A web server with files. */
export interface FileServer {
	/** The address of a file. */
	at(name: string): string;
	close(): Promise<void>;
}

/** Starts a web server on loopback that serves files by their names. */
export async function startFileServer(files: Record<string, Buffer>): Promise<FileServer> {
	const app = Fastify({ forceCloseConnections: true });
	app.get<{ Params: { name: string } }>('/:name', async ({ params: { name } }, reply) => {
		return await reply.type('application/octet-stream').send(files[name]);
	});
	const address = await app.listen({ host: '127.0.0.1', port: 0 });
	return {
		at: (name) => `${address}/${encodeURIComponent(name)}`,
		close: async () => await app.close(),
	};
}
