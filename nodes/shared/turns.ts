/** Everything: whoever takes this turn goes alone. */
export const ALL = '*';

const collide = (a: string, b: string) => a === b || a === ALL || b === ALL;

/** One that may have to wait for those before it. */
interface Waiter {
	/** What it is about; undefined for one that has ended without saying so. */
	key: Promise<string | undefined>;
	end: Promise<void>;
}

/** The turn of one, which begins after those of all that were made before. */
export interface Turn {
	/** Says what this one is about, and waits until all before it that are about the same have ended. */
	take(key: string): Promise<void>;
	/** Lets those behind it go on. */
	end(): void;
}

/**
 * Lets those who are about the same thing go one after another, in the order in which their turns
 * were made, while others go side by side. Nobody has to say at once what it is about: it may have
 * to be looked up first.
 */
export class Turns {
	private readonly present = new Set<Waiter>();

	/** Makes the turn of the next one. */
	next(): Turn {
		const before = [...this.present];
		let tell: (key: string | undefined) => void = () => {};
		let finish = () => {};
		const waiter: Waiter = {
			key: new Promise((resolve) => (tell = resolve)),
			end: new Promise((resolve) => (finish = resolve)),
		};
		this.present.add(waiter);
		return {
			take: async (key) => {
				tell(key);
				for (const other of before) {
					const theirs = await other.key;
					if (theirs !== undefined && collide(key, theirs)) await other.end;
				}
			},
			end: () => {
				this.present.delete(waiter);
				tell(undefined);
				finish();
			},
		};
	}
}
