import { FieldError } from '../../shared/fields/fieldKind';
import { wireName, type FieldRow } from '../../shared/fields/table';

/** @throws FieldError for a property of which only a part was selected */
export function rejectPartial(name: string, { label }: FieldRow, missing: string[]): never {
	const problem = `the item may have only a part of it, without ${missing.join(', ')}`;
	const advice = `Select ${wireName(name)} as a whole, or remove it from the item.`;
	throw new FieldError({ parameter: wireName(name), label }, problem, advice);
}
