import { badArgument } from '../engine/failures';

/** A piece of a filter. */
export interface Token {
	/** A word is a name, a number or an operator such as `=`; a mark is a parenthesis or a comma. */
	kind: 'word' | 'text' | 'mark';
	text: string;
}

/** How a refused filter is worded is documented nowhere: a guess. */
export const malformed = (why: string) => badArgument(`The filter cannot be read: ${why}`);

const PIECES: Array<{ kind: Token['kind'] | 'space'; form: RegExp }> = [
	{ kind: 'space', form: /\s+/y },
	{ kind: 'mark', form: /[(),]/y },
	// A quote within is written \' and a backslash \\ (the vendor's samples). A doubled one makes two
	// literals, which the parser refuses.
	{ kind: 'text', form: /'(?:[^'\\]|\\['\\])*'/y },
	{ kind: 'word', form: /[<>=!]+|[^\s'(),<>=!]+/y },
];

function readPiece(filter: string, at: number) {
	for (const { kind, form } of PIECES) {
		form.lastIndex = at;
		const found = form.exec(filter);
		if (found) return { kind, raw: found[0] };
	}
	throw malformed(`unexpected ${filter.slice(at, at + 10)} at ${at}`);
}

/**
 * The pieces of a filter.
 * @throws Failure for a literal that does not end, or a quote in one that is not escaped
 */
export function tokenize(filter: string): Token[] {
	const tokens: Token[] = [];
	for (let at = 0; at < filter.length;) {
		const { kind, raw } = readPiece(filter, at);
		at += raw.length;
		if (kind === 'space') continue;
		const text = kind === 'text' ? raw.slice(1, -1).replace(/\\(.)/g, '$1') : raw;
		tokens.push({ kind, text });
	}
	return tokens;
}
