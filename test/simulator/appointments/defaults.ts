import type { Carrier, Value } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import { badArgument } from '../engine/failures';
import { defaultAppointment } from './save';

/** What a type starts with; other types of the agent's enum are no appointments (a guess). */
const TYPES: Record<string, { task: number; values: Carrier }> = {
	Appointment: {
		task: 2,
		values: { Type: 'inDiary', HasAlarm: true, AlarmLeadTime: '00:15:00' },
	},
	Phone: { task: 1, values: { Type: 'inDiary' } },
	ToDo: { task: 3, values: { Type: 'inChecklist' } },
};

/**
 * The entity of the agent's CreateDefaultAppointmentEntity and its variants.
 * @throws Failure for a type or an owner that is none: which status they get is a guess
 */
export function typedDefault(
	data: Data,
	type: Value = 'Appointment',
	owner: Value = SESSION_USER,
): Carrier {
	const start = Object.hasOwn(TYPES, String(type)) ? TYPES[String(type)] : undefined;
	if (!start) throw badArgument(`"${String(type)}" is not a type of appointments`);
	const associate = data.associates.get(Number(owner));
	if (!associate) throw badArgument(`There is no associate ${String(owner)}`);
	return {
		...defaultAppointment(data, Number(owner)),
		Task: data.tasks.get(start.task) ?? null,
		...start.values,
	};
}
