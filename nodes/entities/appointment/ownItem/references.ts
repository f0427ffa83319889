import type { IDataObject } from 'n8n-workflow';

import { FieldError } from '../../../shared/fields/kind';
import type { FieldRow } from '../../../shared/fields/table';
import { inAnyCase, isRecord } from '../../../shared/json';
import { appointmentFields, type AppointmentParameter } from '../appointment.fields';
import type { Translated } from './archiveRow';
import { isGiven, keyOf } from './keys';

const rows = Object.entries(appointmentFields) as Array<[AppointmentParameter, FieldRow]>;

/**
 * References as simplified output has them, `ContactId` and `ContactName`, and nested records, in one
 * property each: the number counts, a name only without one. A property that somebody has set beside
 * them counts before both, and a number beside a nested record of an answer before that.
 * @throws FieldError for two that contradict each other, where neither is an output's
 * @param isOwn whether a nested record with neither was selected to be looked at, and says nothing
 */
export function withReferences({ item, ...others }: Translated, isOwn: boolean): Translated {
	const left = { ...item };
	const names = { ...others.names };
	for (const [name, { kind, label }] of rows) {
		if (!kind.keys) continue;
		const [own, ...flat] = ['', 'Id', 'Name'].map((end) => keyOf(left, `${name}${end}`) ?? '');
		const [value, flatId, flatName] = [own, ...flat].map((key) => left[key]);
		for (const key of flat) delete left[key];
		if (isGiven(value) && !isRecord(value)) continue;
		const nested = isRecord(value) ? value : {};
		const told = [inAnyCase(nested, kind.keys.id), inAnyCase(nested, kind.keys.name)];
		const isNested = told.some(isGiven);
		const isBoth = isNested && (isGiven(flatId) || isGiven(flatName));
		// Simplified output has a number and a name; a record that somebody writes has no more than those.
		const isOfOutput = isGiven(flatId) && isGiven(flatName);
		const isWhole = Object.keys(nested).length > 2;
		if (isBoth && !isOfOutput && !isWhole && String(told[0]) !== String(flatId)) {
			const [one, other] = [own, flat.find((_key, end) => isGiven([flatId, flatName][end])) ?? ''];
			const problem = `the item also has "${other}", which says otherwise`;
			throw new FieldError({ parameter: one, label }, problem, 'Keep one of the two.');
		}
		const isNestedCounting = isNested && (!isBoth || isOfOutput);
		const [id, called] = isNestedCounting ? told : [flatId, flatName];
		const isTold = isGiven(id) || isGiven(called);
		if (isTold || isOwn) delete left[own];
		if (isGiven(id)) left[name] = id as IDataObject[string];
		else if (isGiven(called)) names[name] = String(called);
	}
	return { ...others, item: left, names };
}
