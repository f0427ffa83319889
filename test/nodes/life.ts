import type { Simulator } from '../simulator';
import { AUTHORIZATION } from '../simulator/engine/service';
import { NEXT, runNode, useSimulator, type Run } from '../support';

type Body = Record<string, unknown>;

/** A simulator together with what tests of an appointment's life do and look at. */
export interface Life {
	simulator(): Simulator;
	/** Saves an appointment as somebody else would; the test's requests start after it. */
	saved(appointment: object): Promise<number>;
	/** A stored appointment. */
	at(id: number): Body | undefined;
	/** What was asked, such as `POST Agents/Appointment/Move`. */
	asked(): string[];
	/** The body of the last request to such a path. */
	sentTo(path: string): Body;
	/** What comes out of an operation that succeeds. */
	out(operation: string, parameters: object, run?: Run): Promise<Body[]>;
	/** What an operation that fails says. */
	refusal(
		operation: string,
		parameters: object,
		run?: Run,
	): Promise<{ message: string; description: string }>;
}

export const MONDAY = { StartDate: '2026-09-07T08:00:00Z', EndDate: '2026-09-07T09:00:00Z' };

/** A series on three Mondays. */
export const MONDAYS = {
	...MONDAY,
	Recurrence: {
		IsRecurrence: true,
		Pattern: 'Weekly',
		StartDate: '2026-09-07T00:00:00',
		RecurrenceEndType: 'Counter',
		RecurrenceCounter: 3,
		WeekPattern: { Cycle: 1, Weekdays: 'Monday' },
	},
};

/** The user of the credential, a colleague, a person of a company and a room. */
export const FOUR = [{ AssociateId: 1 }, { AssociateId: 4 }, { PersonId: 50 }, { AssociateId: 11 }];

export function useLife(): Life {
	const simulator = useSimulator();
	const below = (path: string) => path.replace('/api/v1/', '');
	return {
		simulator,
		async saved(appointment) {
			const answer = await fetch(`${simulator().baseUrl}/api/v1/Appointment`, {
				method: 'POST',
				headers: { Authorization: AUTHORIZATION, 'Content-Type': 'application/json' },
				body: JSON.stringify(appointment),
			});
			const { AppointmentId } = (await answer.json()) as { AppointmentId: number };
			simulator().requests.splice(0);
			return AppointmentId;
		},
		at: (id) => simulator().data.appointments.get(id),
		asked: () => simulator().requests.map(({ method, path }) => `${method} ${below(path)}`),
		sentTo(path) {
			const sent = simulator().requests.filter((one) => below(one.path) === path);
			return JSON.parse(sent[sent.length - 1]?.body ?? 'null') as Body;
		},
		async out(operation, parameters, run = {}) {
			const result = await runNode(simulator(), { operation, ...parameters }, run);
			expect([result.error?.message, result.error?.description]).toEqual([undefined, undefined]);
			return result.itemsOf(NEXT).map(({ json }) => json);
		},
		async refusal(operation, parameters, run = {}) {
			const { error } = await runNode(simulator(), { operation, ...parameters }, run);
			return { message: error?.message ?? '', description: String(error?.description ?? '') };
		},
	};
}
