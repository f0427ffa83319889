/** Exclusive key: conflicts with every other key. */
export const EXCLUSIVE = '*';

const collide = (a: string, b: string) => a === b || a === EXCLUSIVE || b === EXCLUSIVE;

/** A lock in the queue. */
interface Waiter {
	/** Its key; undefined once it was released without a key. */
	key: Promise<string | undefined>;
	end: Promise<void>;
}

/** A lock whose key is announced later, by `acquire`. */
export interface Lock {
	/** Announces the key, and waits until all earlier locks with the same key are released. */
	acquire(key: string): Promise<void>;
	/** Releases the lock. */
	release(): void;
}

/**
 * Runs work with the same key one after another, in the order in which the locks were created;
 * other work runs concurrently. The key may be announced late, after a look-up.
 */
export class KeyedLocks {
	private readonly present = new Set<Waiter>();

	/** Creates the next lock of the queue. */
	createLock(): Lock {
		const earlier = [...this.present];
		let announce: (key: string | undefined) => void = () => {};
		let resolveEnd = () => {};
		const waiter: Waiter = {
			key: new Promise((resolve) => (announce = resolve)),
			end: new Promise((resolve) => (resolveEnd = resolve)),
		};
		this.present.add(waiter);
		return {
			acquire: async (key) => {
				announce(key);
				for (const other of earlier) {
					const otherKey = await other.key;
					if (otherKey !== undefined && collide(key, otherKey)) await other.end;
				}
			},
			release: () => {
				this.present.delete(waiter);
				announce(undefined);
				resolveEnd();
			},
		};
	}
}
