import type { EntityDefinition } from '../entities/entity';

/**
 * Controls with the entity's words in place of `{record}`, `{a record}` and `{records}`: see
 * Operation.label.
 */
export function withEntityWords<T>({ words }: EntityDefinition, controls: T): T {
	const called: Record<string, string> = {
		'{a record}': words.a,
		'{record}': words.one,
		'{records}': words.many,
	};
	const text = JSON.stringify(controls).replace(
		/\{(?:a record|records?)\}/g,
		(placeholder) => called[placeholder],
	);
	return JSON.parse(text) as T;
}
