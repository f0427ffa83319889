/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a process of a command, never part of the package */
import { startSimulator } from '../../test/simulator';
import type { Ask, Seen } from './simulator';

/** Serves in a process of its own, so that its work is not n8n's. */
async function serve(): Promise<void> {
	const simulator = await startSimulator();
	simulator.recording = false;
	let cpu = process.cpuUsage();

	/** What was done about the items since the last question. */
	function seen(prefix: string): Seen {
		const { user, system } = process.cpuUsage(cpu);
		const titles = [...simulator.data.appointments.values()]
			.map(({ Title }) => String(Title))
			.filter((title) => title.startsWith(`${prefix} `));
		return {
			requests: simulator.load.requests,
			inFlight: simulator.load.highestInFlight,
			refused: simulator.load.refused,
			cut: simulator.load.faults.resetAfter ?? 0,
			cpu: (user + system) / 1000,
			created: titles.length,
			distinct: new Set(titles).size,
		};
	}

	process.on('message', ({ prefix, faults }: Ask) => {
		if (prefix !== undefined) process.send?.(seen(prefix));
		else {
			simulator.reset();
			simulator.fail(faults ?? {});
			cpu = process.cpuUsage();
			process.send?.(simulator.baseUrl);
		}
	});
	process.on('disconnect', () => process.exit(0));
	process.send?.(simulator.baseUrl);
}

serve().catch((error: unknown) => {
	console.error(error);
	process.exit(1);
});
