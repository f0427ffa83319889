/**
 * What is made of an object, made once for as long as that is there. The answers of an execution stay the
 * same for all of its items.
 */
export function derived<K extends object, V>(make: (from: K) => V): (from: K) => V {
	const made = new WeakMap<K, { value: V }>();
	return (from) => {
		const known = made.get(from) ?? { value: make(from) };
		made.set(from, known);
		return known.value;
	};
}
