import type { EntityDefinition } from '../entities/entity';

/** Controls whose texts call the record what its entity is called: see Operation's label. */
export function inWords<T>({ words }: EntityDefinition, controls: T): T {
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
