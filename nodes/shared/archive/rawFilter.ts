import { FieldError, type ParameterRef } from '../fields/fieldKind';

/** A literal with its quotes, or up to the end where it is not closed, a parenthesis, or a mark that has no place outside of a literal. */
const PIECE = /'(?:[^'\\]|\\[^]?)*('|$)|[()\\]/g;

const ADVICE =
	"Close every quote and parenthesis; within quotes, a quote is written \\' and a backslash \\\\.";

/**
 * A written filter in parentheses, from which it cannot break out.
 * @throws FieldError where its quotes or parentheses do not match
 */
export function parenthesize(filter: string, ref: ParameterRef): string {
	let depth = 0;
	for (const [piece, end] of filter.matchAll(PIECE)) {
		if (end === '') throw new FieldError(ref, 'has a quote that is not closed', ADVICE);
		if (piece === '\\') throw new FieldError(ref, 'has a backslash outside of quotes', ADVICE);
		if (piece === '(') depth += 1;
		if (piece === ')') depth -= 1;
		if (depth < 0) throw new FieldError(ref, 'closes a parenthesis that is not open', ADVICE);
	}
	if (depth > 0) throw new FieldError(ref, 'has a parenthesis that is not closed', ADVICE);
	return `(${filter.trim()})`;
}
