import pick from 'lodash/pick';
import type { IDataObject } from 'n8n-workflow';

import { wireName, type FieldRow } from '../../../shared/fields/table';
import { asRecord, type JsonObject } from '../../../shared/json';
import { isSameName } from '../../../shared/lookup/source';
import type { RequestOptions } from '../../../shared/options';
import { nullIfNotFound } from '../../../shared/transport/nullIfNotFound';
import type { ItemCall } from '../../../crud/operation';
import { appointmentFields, type AppointmentParameter } from '../appointment.fields';
import { TIME_PROPERTIES } from '../appointment.rules';
import type { AppointmentItem } from './ownItem';
import { getRecord } from '../../../crud/record';

const NAMES = ['Name', 'FullName', 'Title', 'Value'];

/** A nested record, if it has the name. */
function recordIfNamed(record: unknown, name: string): Record<string, unknown> | undefined {
	const texts = Object.values(pick(asRecord(record), NAMES));
	const isSo = texts.some((text) => typeof text === 'string' && isSameName(text, name));
	return isSo ? asRecord(record) : undefined;
}

const idOf = (name: AppointmentParameter, record: Record<string, unknown>) => {
	const { kind }: FieldRow = appointmentFields[name];
	return record[kind.keys?.id ?? ''];
};

/** An item's properties, and its appointment if it was fetched. */
interface Resolved {
	item: IDataObject;
	original?: JsonObject;
}

/**
 * Resolves names by the appointment's own records: a name may be ambiguous, or its record deleted.
 * Other names are looked up as usual.
 * @param isCopied whether the item's times have to be compared with those of the appointment
 */
export async function resolveReferences(
	call: ItemCall,
	options: RequestOptions,
	{ item, names, id }: AppointmentItem,
	isCopied: boolean,
): Promise<Resolved> {
	const named = Object.keys(names) as AppointmentParameter[];
	const isAsked = id > 0 && (named.length > 0 || isCopied);
	const select = [...named.map(wireName), ...TIME_PROPERTIES];
	const errorNotes = { purpose: 'reading the appointment that the item is of' };
	const original = isAsked
		? await nullIfNotFound(getRecord(call, options, id, select, errorNotes))
		: null;
	const resolved = named.map((name) => {
		const own = recordIfNamed(original?.[wireName(name)], names[name] ?? '');
		return [name, own ? idOf(name, own) : names[name]] as const;
	});
	return {
		item: { ...item, ...(Object.fromEntries(resolved) as IDataObject) },
		...(original && { original }),
	};
}
