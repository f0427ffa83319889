import { DateTime } from 'luxon';

import { dateTime, toInstant } from '../../../shared/fields/dateTime';
import { between } from '../../../shared/fields/number';
import type { FieldTable } from '../../../shared/fields/table';
import { isRecord, type Json, type JsonObject } from '../../../shared/json';
import { readOptions } from '../../../shared/options';
import { optionsProperty } from '../../../shared/optionsForm';
import { clean } from '../../../shared/shape';
import type { Operation } from '../../../crud/operation';
import { askAgent } from '../../../crud/agent';
import { ownerIds, owners } from '../owner';
import { ownForm, readOwn } from '../../../crud/ownFields';

/** Minutes of a week, which is longer than any gap between working hours that is searched for. */
const LONGEST = 7 * 24 * 60;

const fields = {
	owners: {
		label: 'Owners',
		kind: owners,
		help: 'The users and resources that all have to be free',
	},
	duration: {
		label: 'Duration (Minutes)',
		kind: between(1, LONGEST),
		help: 'How many minutes the appointment takes',
	},
	from: {
		label: 'From',
		kind: dateTime,
		help: 'The first possible start; left empty, now',
	},
	count: {
		label: 'Suggestions',
		kind: between(1, 100),
		help: 'How many times to suggest at most',
	},
} satisfies FieldTable;

const START_WITH: Record<string, number> = { duration: 60, count: 5 };

/** What GetNextAvailableTime answers for each suggestion (OpenAPI file of the agent). */
interface Available {
	AvailableTimeStart?: Json;
	RecommendedTimeStart?: Json;
}

/** The time of a suggestion; undefined where it has none but SuperOffice's words for "no date". */
const timeOf = ({ RecommendedTimeStart, AvailableTimeStart }: Available) =>
	[RecommendedTimeStart, AvailableTimeStart]
		.map((time) => DateTime.fromISO(String(clean(time ?? null) ?? ''), { setZone: true }))
		.find(({ isValid }) => isValid);

const written = (time: DateTime) => time.toISO({ suppressMilliseconds: true });

/**
 * The appointment agent's GetNextAvailableTime. Its StartTime and EndTime are taken for those of
 * the wished appointment: the documentation calls them the interval that appointments are wanted from.
 */
export const findFreeTime: Operation = {
	label: 'Find Free Time',
	action: 'Find free time for an appointment',
	description: 'Find the next times at which users and resources are all free',
	properties: [
		...ownForm(fields).map((property) => ({
			...property,
			default: START_WITH[property.name] ?? property.default,
		})),
		optionsProperty,
	],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const given = await readOwn(call, options, fields, ['owners', 'duration', 'count']);
		const minutes = Number(given.Duration);
		const start = given.From
			? DateTime.fromISO(String(given.From), { zone: 'UTC' })
			: DateTime.utc().plus({ minutes: 1 }).startOf('minute');
		const body: JsonObject = {
			Associates: ownerIds(given.Owners),
			StartTime: toInstant(start),
			EndTime: toInstant(start.plus({ minutes })),
			Count: given.Count,
			IsAllDay: false,
		};
		const found = await askAgent(call, options, 'GetNextAvailableTime', 'list', body);
		const suggestions = (found as Json[]).filter((one): one is JsonObject => isRecord(one));
		return suggestions.flatMap((one) => {
			const time = timeOf(one);
			if (!time) return [];
			return { StartDate: written(time), EndDate: written(time.plus({ minutes })) };
		});
	},
};
