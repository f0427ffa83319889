import { type Control, type Kind } from './kind';
import { isRecord, type Json } from '../json';
import { toInteger } from './number';

const LOCATOR: Control = {
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	modes: [
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 42',
		},
	],
};

/** A record named by its number, sent as that number. */
export const identifier: Kind = {
	name: 'ID',
	control: LOCATOR,
	encode(value, spot) {
		const id = isRecord(value) && '__rl' in value ? value.value : value;
		return id === '' || id === null || id === undefined ? undefined : toInteger(id, spot);
	},
};

/**
 * A record that SuperOffice nests as an object.
 * @param idKey the object's key, which is all that is sent: `AssociateId` → `{"AssociateId": 7}`
 * @param nameKey the response's property that a person would call the record's name
 */
export function reference(idKey: string, nameKey: string): Kind {
	return {
		name: 'Reference',
		control: LOCATOR,
		encode(value, spot) {
			const id = identifier.encode(value, spot);
			return id === undefined ? undefined : { [idKey]: id };
		},
		simplify(property, value) {
			const record = (value ?? {}) as Record<string, Json>;
			return {
				[`${property}Id`]: record[idKey] ?? null,
				[`${property}Name`]: record[nameKey] ?? null,
			};
		},
	};
}
