import { DateTime } from 'luxon';

import { dateTime, toInstant } from '../../../shared/fields/dateTime';
import { integerBetween } from '../../../shared/fields/number';
import type { FieldTable } from '../../../shared/fields/table';
import { isRecord, type Json, type JsonObject } from '../../../shared/json';
import { readOptions } from '../../../shared/options';
import { optionsForm } from '../../../shared/optionsForm';
import { stripEmpty } from '../../../shared/shape';
import type { Operation } from '../../../crud/operation';
import { queryAgent } from '../../../crud/agent';
import { ownerIds, owners } from '../owner';
import { operationFieldsForm, readOperationFields } from '../../../crud/operationFields';

/** Minutes of a week, which is longer than any gap between working hours that is searched for. */
const LONGEST = 7 * 24 * 60;

const fields = {
	owners: {
		label: 'Users and Resources',
		kind: owners,
		help: 'The users and resources that must all be free',
	},
	duration: {
		label: 'Duration (Minutes)',
		kind: integerBetween(1, LONGEST),
		help: 'Length of the appointment in minutes',
	},
	from: {
		label: 'From',
		kind: dateTime,
		help: 'Earliest start; leave empty for now',
	},
	count: {
		label: 'Suggestions',
		kind: integerBetween(1, 100),
		help: 'Max number of suggestions to return',
	},
} satisfies FieldTable;

const DEFAULTS: Record<string, number> = { duration: 60, count: 5 };

/** What GetNextAvailableTime answers for each suggestion (OpenAPI file of the agent). */
interface Available {
	AvailableTimeStart?: Json;
	RecommendedTimeStart?: Json;
}

/** The time of a suggestion; undefined where it has none but SuperOffice's words for "no date". */
const suggestedTime = ({ RecommendedTimeStart, AvailableTimeStart }: Available) =>
	[RecommendedTimeStart, AvailableTimeStart]
		.map((time) => DateTime.fromISO(String(stripEmpty(time ?? null) ?? ''), { setZone: true }))
		.find(({ isValid }) => isValid);

const written = (time: DateTime) => time.toISO({ suppressMilliseconds: true });

/**
 * The appointment agent's GetNextAvailableTime. Its StartTime and EndTime are taken for those of
 * the wished appointment: the documentation calls them the interval that appointments are wanted from.
 */
export const findFreeTime: Operation = {
	label: 'Find Free Time',
	action: 'Find free time',
	description: 'Retrieve the next times at which all given users and resources are free',
	properties: [
		...operationFieldsForm(fields).map((property) => ({
			...property,
			default: DEFAULTS[property.name] ?? property.default,
		})),
		optionsForm(),
	],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const given = await readOperationFields(call, options, fields, ['owners', 'duration', 'count']);
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
		const found = await queryAgent(call, options, 'GetNextAvailableTime', 'list', body);
		const suggestions = (found as Json[]).filter((one): one is JsonObject => isRecord(one));
		return suggestions.flatMap((one) => {
			const time = suggestedTime(one);
			if (!time) return [];
			return { StartDate: written(time), EndDate: written(time.plus({ minutes })) };
		});
	},
};
