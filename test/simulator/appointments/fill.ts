import { blankAppointment } from './blank';
import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { HOUR, storedInstant } from '../engine/dates';
import { participantsOf } from './participants';

const TOPICS = ['Status', 'Offer', 'Planning', 'Review', 'Training', 'Delivery', 'Demo'];
const FIRST_DAY = Date.UTC(2020, 0, 1);
const DAYS = 11 * 365;

/**
 * Adds appointments of the years 2020 to 2030: each number always gets the same title, owner,
 * company and date. They are made when they are read, so that 100,000 of them cost nothing.
 */
export function fillAppointments(data: Data, count: number): void {
	const start = storedInstant(FIRST_DAY);
	const template = blankAppointment(data, start, start);
	const [participant] = participantsOf(template);
	const owners = [...data.associates.seeds.values()].filter(({ type }) => type === undefined);
	const companies = [...data.contacts.seeds.keys()];
	data.appointments.fill(count, (id) => make(id));

	function make(id: number): Carrier {
		const begins = FIRST_DAY + ((id * 7919) % DAYS) * 24 * HOUR + (7 + (id % 8)) * HOUR;
		const owner = data.associates.get(owners[id % owners.length].id) ?? null;
		const StartDate = storedInstant(begins);
		return {
			...template,
			AppointmentId: id,
			Title: `${TOPICS[id % TOPICS.length]} ${String(id).padStart(6, '0')}`,
			StartDate,
			EndDate: storedInstant(begins + HOUR),
			ActiveDate: StartDate,
			Associate: owner,
			MotherAssociate: owner,
			Participants: [{ ...participant, AssociateId: owner?.AssociateId ?? 0 }],
			CreatedBy: owner,
			CreatedDate: storedInstant(begins - 30 * 24 * HOUR),
			Contact: data.contacts.get(companies[(id * 31) % companies.length]) ?? null,
			Task: data.tasks.get((id % 4) + 1) ?? null,
			Completed: id % 3 === 0 ? 'Completed' : 'NotStarted',
		};
	}
}
