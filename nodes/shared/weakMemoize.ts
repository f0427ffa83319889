/**
 * Memoizes a function of an object in a WeakMap. All items of an execution share the same response
 * objects.
 */
export function weakMemoize<K extends object, V>(compute: (key: K) => V): (key: K) => V {
	const cache = new WeakMap<K, { value: V }>();
	return (key) => {
		const entry = cache.get(key) ?? { value: compute(key) };
		cache.set(key, entry);
		return entry.value;
	};
}
