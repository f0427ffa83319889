import { malformed, tokenize, type Token } from './tokens';

/** A condition on one column. */
export interface Term {
	column: string;
	operator: string;
	values: Token[];
}

/** Terms that hold all, or one of them; these nest. */
export type Condition = Term | { all: Condition[] } | { any: Condition[] };

const UNQUOTED = /^(-?\d+(\.\d+)?|true|false)$/i;

/** Reads conditions: `and` binds tighter than `or`, parentheses nest. */
class Parser {
	private at = 0;

	constructor(private readonly tokens: Token[]) {}

	private get next(): Token | undefined {
		return this.tokens[this.at];
	}

	private isNext(kind: Token['kind'], text: string): boolean {
		return this.next?.kind === kind && this.next.text.toLowerCase() === text;
	}

	private take(kind: Token['kind'], text?: string): Token {
		const token = this.next;
		if (token?.kind !== kind || (text !== undefined && token.text !== text)) {
			throw malformed(`${token?.text ?? 'its end'} where ${text ?? `a ${kind}`} should be`);
		}
		this.at += 1;
		return token;
	}

	private separated(word: 'and' | 'or', read: () => Condition): Condition[] {
		const conditions = [read()];
		while (this.isNext('word', word)) {
			this.at += 1;
			conditions.push(read());
		}
		return conditions;
	}

	private any(): Condition {
		return { any: this.separated('or', () => this.all()) };
	}

	private all(): Condition {
		return { all: this.separated('and', () => this.one()) };
	}

	private one(): Condition {
		if (!this.isNext('mark', '(')) return this.term();
		this.at += 1;
		const inner = this.any();
		this.take('mark', ')');
		return inner;
	}

	private term(): Term {
		const column = this.take('word').text;
		const operator = this.take('word').text;
		return { column, operator, values: this.values() };
	}

	private values(): Token[] {
		if (this.isNext('mark', '(')) return this.list();
		const ends = ['and', 'or'].some((word) => this.isNext('word', word));
		return ends || !this.next || this.next.kind === 'mark' ? [] : [this.value()];
	}

	private list(): Token[] {
		this.take('mark', '(');
		const values = [this.value()];
		while (this.isNext('mark', ',')) {
			this.at += 1;
			values.push(this.value());
		}
		this.take('mark', ')');
		return values;
	}

	private value(): Token {
		if (this.next?.kind === 'text') return this.take('text');
		const word = this.take('word');
		if (!UNQUOTED.test(word.text)) throw malformed(`${word.text} is no value`);
		return word;
	}

	whole(): Condition {
		const condition = this.any();
		if (this.next) throw malformed(`${this.next.text} where its end should be`);
		return condition;
	}
}

/**
 * Reads a filter.
 * @throws Failure for one that cannot be read
 */
export function parseFilter(filter: string): Condition {
	return new Parser(tokenize(filter)).whole();
}

/** The columns that a filter names. */
export function columnsOf(condition: Condition): string[] {
	if ('column' in condition) return [condition.column];
	return ('all' in condition ? condition.all : condition.any).flatMap(columnsOf);
}
