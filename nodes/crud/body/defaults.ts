import omit from 'lodash/omit';

import type { EntityDefinition } from '../../entities/entity';
import { isHelperKey } from '../../shared/customFields/decode';
import { decodeText } from '../../shared/customFields/encodedText';
import { SYSTEM_GROUP, wireName, type FieldTable } from '../../shared/fields/table';
import { asRecord, isRecord, type Json, type JsonObject } from '../../shared/json';
import { DEPRECATED_PROPERTIES, stripEmpty } from '../../shared/shape';
import { expectRecord } from '../../shared/transport/expectedBody';
import type { ApiRequest } from '../../shared/transport/session';

/**
 * The call that gives SuperOffice's defaults of a new record (GET /api/v1/{entity}/default).
 * @param given what is known of it, on which they may depend
 */
export const defaultsRequest = (
	{ name, id, defaults }: EntityDefinition,
	given: JsonObject,
): ApiRequest => ({
	method: 'GET',
	path: `${name}/default`,
	// A default record has no number yet.
	expect: expectRecord(id, 0),
	purpose: "reading SuperOffice's defaults",
	...defaults?.request(given),
});

/** Empty values of custom fields. */
const BLANK = ['', '[I:0]', '[F:0]', '[TS:0]', '[T:00:00]'];

/** The values of custom fields that say something, without what only shows them. */
const withoutBlank = (fields: JsonObject) =>
	Object.fromEntries(
		Object.entries(fields).filter(([key, value]) => {
			const isBlank = BLANK.includes(String(value)) || decodeText(String(value)) === null;
			return !isBlank && !isHelperKey(key);
		}),
	);

/** The parts of a default record that are sent. */
function resendable(fields: FieldTable, record: JsonObject): JsonObject {
	const kept: JsonObject = {};
	const cleaned = stripEmpty(omit(record, DEPRECATED_PROPERTIES) as JsonObject) as JsonObject;
	for (const [name, { kind, group }] of Object.entries(fields)) {
		const value = cleaned[wireName(name)];
		if (group === SYSTEM_GROUP || value === undefined || value === '') continue;
		const resent = kind.resend ? kind.resend(value) : value;
		if (resent !== undefined) kept[wireName(name)] = resent;
	}
	if (isRecord(kept.CustomFields))
		kept.CustomFields = withoutBlank(kept.CustomFields as JsonObject);
	return kept;
}

/** The default custom fields below the given ones, which may stand under older names, too. */
export function mergeCustomFields(defaults: Json | undefined, given: JsonObject): JsonObject {
	const older = DEPRECATED_PROPERTIES.flatMap((name) => Object.keys(asRecord(given[name])));
	const fields = { ...omit(asRecord(defaults), older), ...asRecord(given.CustomFields) };
	const isNulled = given.CustomFields === null;
	return isNulled || Object.keys(fields).length === 0 ? {} : { CustomFields: fields as JsonObject };
}

/**
 * A new record over SuperOffice's defaults: what is given counts, the defaults fill in the rest.
 * @param lookUp asks once per execution, and so once for what the defaults depend on
 */
export async function applyDefaults(
	entity: EntityDefinition,
	given: JsonObject,
	lookUp: (request: ApiRequest) => Promise<Json>,
): Promise<JsonObject> {
	const record = (await lookUp(defaultsRequest(entity, given))) as JsonObject;
	const { CustomFields, ...defaults } = resendable(entity.fields, record);
	return {
		...(entity.defaults?.fit(defaults, given) ?? defaults),
		...given,
		...mergeCustomFields(CustomFields, given),
	};
}
