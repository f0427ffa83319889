import type { FastifyRequest } from 'fastify';

import { readValue } from '../engine/body';
import type { Carrier } from '../tenant/carriers';
import { storedInstant } from '../engine/dates';
import { bodyArgument, clockOf, presentAt } from '../engine/requests';
import { defaultAppointment, draftAppointment } from './save';
import { fromDate, startOfDay, toDate, toWall, weekday, type WallTime } from '../engine/wallClock';
import { dateArgument, type Agent } from './agent';
import { datesWithConflicts, nextAvailable } from './busy';
import { occurrences } from './occurrences';
import { isMaster } from './booking';
import { ruleOf } from './series';
import { simpleAppointment } from './simple';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Adds the calls on series, bookings as lists of rows, and free time. */
export function addSeriesCalls({ data, value }: Agent): void {
	const draft = (request: FastifyRequest) =>
		draftAppointment(data(), bodyArgument(request, 'AppointmentEntity'), clockOf(request)).entity;
	value('CalculateDays', (request) => {
		const entity = draft(request);
		const recurrence = entity.Recurrence as Carrier;
		const days = occurrences(recurrence);
		const Dates = datesWithConflicts(data(), entity, days);
		// Whether the answer says that it recurs is a guess, but for the official client's fixture.
		const answer = { ...recurrence, IsRecurrence: true, Dates };
		return presentAt(request, answer, ['Recurrence']);
	});
	value('ValidateDays', (request) => {
		const dates = bodyArgument(request, 'Dates');
		const days = (Array.isArray(dates) ? dates : []).map((date) =>
			fromDate(String(readValue(date, ['Recurrence', 'Date'], clockOf(request)))),
		);
		const answer = datesWithConflicts(data(), draft(request), days);
		return presentAt(request, answer, ['Recurrence', 'Dates']);
	});
	/** Weekly on that day, but no series yet: after the fixture of appointment 63, a guess. */
	const byDefault = (request: FastifyRequest, day: WallTime) => {
		const recurrence = defaultAppointment(data()).Recurrence as Carrier;
		const date = toDate(day);
		const WeekPattern = { Weekdays: DAYS[weekday(day)], Cycle: 1 };
		const answer = { ...recurrence, StartDate: date, EndDate: date, WeekPattern };
		return presentAt(request, answer, ['Recurrence']);
	};
	value('CreateDefaultRecurrence', (request) =>
		byDefault(request, toWall(storedInstant(data().now()), data().baseZone)),
	);
	value('CreateDefaultRecurrenceByDate', (request) =>
		byDefault(request, startOfDay(toWall(dateArgument(request, 'StartDate'), data().baseZone))),
	);
	value('GetAppointmentRecords', (request) => {
		const [mother, rule] = ['MotherId', 'RecurrenceRuleId'].map((name) =>
			Number(bodyArgument(request, name) ?? 0),
		);
		const rows = data()
			.appointments.changed()
			.filter(
				(row) =>
					(mother !== 0 && (row.MotherId === mother || row.AppointmentId === mother)) ||
					(rule !== 0 && ruleOf(row) === rule && (mother === 0 || !isMaster(row))),
			);
		return presentAt(request, rows.map(simpleAppointment));
	});
	value('GetNextAvailableTime', (request) => {
		const associates = bodyArgument(request, 'Associates');
		const found = nextAvailable(data(), {
			associates: (Array.isArray(associates) ? associates : []).map(Number),
			start: toWall(dateArgument(request, 'StartTime'), data().baseZone),
			end: toWall(dateArgument(request, 'EndTime'), data().baseZone),
			count: Math.max(1, Number(bodyArgument(request, 'Count') ?? 1)),
			isAllDay: bodyArgument(request, 'IsAllDay') === true,
		});
		return presentAt(request, found);
	});
}
