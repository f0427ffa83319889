import { startN8n, type Role, type Server } from '../e2e/n8n';
import { startPostgres, startRedis } from './services';

/** An n8n that puts its executions into a queue, and the workers that take them from there. */
export interface Cluster {
	main: Server;
	workers: Server[];
	/** Address of their database. */
	database: string;
}

const WORKER: Role = { args: ['worker', '--concurrency=10'], readyAt: '/healthz/readiness' };

/** What differs from an n8n that runs its executions itself. */
const QUEUE = {
	EXECUTIONS_MODE: 'queue',
	QUEUE_HEALTH_CHECK_ACTIVE: 'true',
	// No node here needs the processes that run code: a killed worker leaves none behind.
	N8N_RUNNERS_MODE: 'external',
	N8N_RUNNERS_AUTH_TOKEN: 'token-of-the-tests',
	// So that none waits for others, with as many executions as a worker has under way.
	DB_POSTGRESDB_POOL_SIZE: '10',
	// A killed worker is noticed within half a minute rather than two.
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/**
 * Starts n8n in queue mode with two workers.
 * @param environment what each of the processes has in its environment, such as a proxy
 * @param started gets all that has to be stopped, as soon as it runs
 */
export async function startCluster(
	major: string,
	environment: Record<string, string>,
	started: AsyncDisposableStack,
): Promise<Cluster> {
	async function stoppable<T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> {
		const running = await starting;
		started.defer(async () => await running.stop());
		return running;
	}
	const redis = await stoppable(startRedis());
	const postgres = await stoppable(startPostgres());
	const all = { ...QUEUE, ...redis.environment, ...postgres.environment, ...environment };
	// The first one to start sets up the database.
	const main = await stoppable(startN8n(major, all));
	const worker = async () => await stoppable(startN8n(major, all, WORKER));
	const workers = await Promise.all([worker(), worker()]);
	return { main, workers, database: postgres.url };
}
