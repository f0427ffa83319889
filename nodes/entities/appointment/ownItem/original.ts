import pick from 'lodash/pick';
import type { IDataObject } from 'n8n-workflow';

import { wireName, type FieldRow } from '../../../shared/fields/table';
import { asRecord, type JsonObject } from '../../../shared/json';
import { isSameName } from '../../../shared/lookup/source';
import type { RequestOptions } from '../../../shared/options';
import { ifThere } from '../../../shared/transport/ifThere';
import type { ItemCall } from '../../../crud/operation';
import { appointmentFields, type AppointmentParameter } from '../appointment.fields';
import { TIMES } from '../appointment.rules';
import type { OwnItem } from './ownItem';
import { readEntity } from '../../../crud/record';

const NAMES = ['Name', 'FullName', 'Title', 'Value'];

/** A nested record, if that is what it is called. */
function called(record: unknown, name: string): Record<string, unknown> | undefined {
	const texts = Object.values(pick(asRecord(record), NAMES));
	const isSo = texts.some((text) => typeof text === 'string' && isSameName(text, name));
	return isSo ? asRecord(record) : undefined;
}

const idOf = (name: AppointmentParameter, record: Record<string, unknown>) => {
	const { kind }: FieldRow = appointmentFields[name];
	return record[kind.keys?.id ?? ''];
};

/** An item's properties, and the appointment that it is of where that had to be asked for. */
interface Resolved {
	item: IDataObject;
	original?: JsonObject;
}

/**
 * An item whose names are those of the appointment's own records, where these are called so: a name may
 * be that of several, or of one that is gone. Others are looked up as any name is.
 * @param isCopied whether the item's times have to be told from those of the appointment
 */
export async function resolve(
	call: ItemCall,
	options: RequestOptions,
	{ item, names, isCompleted, id }: OwnItem,
	isCopied: boolean,
): Promise<Resolved> {
	const named = Object.keys(names) as AppointmentParameter[];
	const isAsked = id > 0 && (named.length > 0 || isCompleted === false || isCopied);
	const select = [...named.map(wireName), 'Completed', ...TIMES];
	const circumstances = { purpose: 'reading the appointment that the item is of' };
	const original = isAsked
		? await ifThere(readEntity(call, options, id, select, circumstances))
		: null;
	const resolved = named.map((name) => {
		const own = called(original?.[wireName(name)], names[name] ?? '');
		return [name, own ? idOf(name, own) : names[name]] as const;
	});
	const state = original?.Completed ?? 'NotStarted';
	const isOpen = isCompleted === false && state !== 'Completed';
	return {
		item: {
			...item,
			...(Object.fromEntries(resolved) as IDataObject),
			...(isCompleted !== undefined && {
				completed: isCompleted ? 'Completed' : isOpen ? String(state) : 'NotStarted',
			}),
		},
		...(original && { original }),
	};
}
