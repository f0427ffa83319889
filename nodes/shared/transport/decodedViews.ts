import range from 'lodash/range';

/** A decoded text with the position of each character in the original. */
export interface TextView {
	text: string;
	/** Where each character begins in the original; one more for the end. */
	starts: number[];
	/** Where each character ends in the original. */
	ends: number[];
}

export const textView = (text: string): TextView => ({
	text,
	starts: range(text.length),
	ends: range(1, text.length + 1),
});

/** A view with each match of an expression replaced; characters in its place stand where the match does. */
function replaced(view: TextView, expression: RegExp, by: (match: string) => string): TextView {
	const { text, starts, ends } = view;
	const parts: string[] = [];
	const next: TextView = { text: '', starts: [], ends: [] };
	let at = 0;
	const keep = (end: number) => {
		parts.push(text.slice(at, end));
		for (; at < end; at += 1) {
			next.starts.push(starts[at]);
			next.ends.push(ends[at]);
		}
	};
	for (const { 0: match, index } of text.matchAll(expression)) {
		keep(index);
		const other = by(match);
		at = index + match.length;
		parts.push(other);
		for (let count = 0; count < other.length; count += 1) {
			next.starts.push(starts[index]);
			next.ends.push(ends[at - 1]);
		}
	}
	if (parts.length === 0) return view;
	keep(text.length);
	return { ...next, text: parts.join('') };
}

/**
 * What servers write in place of a character: percent encoding (one UTF-8 character, or a byte), also .NET's
 * `%uXXXX`; the escapes of JSON and JavaScript; HTML's entities.
 */
const ESCAPE =
	/%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}|%[\da-f]{2}|[%\\]u[\da-f]{4}|\\x[\da-f]{2}|\\[^ux]|&#\d{1,7};|&#x[\da-f]{1,6};|&(?:amp|lt|gt|quot|apos|nbsp);/gi;

const NAMED: Record<string, string> = {
	...{ '\\n': '\n', '\\r': '\r', '\\t': '\t', '\\b': '\b', '\\f': '\f' },
	...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&nbsp;': ' ' },
};

function ofCode(code: number): string {
	return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function unescaped(escape: string): string {
	const name = escape.toLowerCase();
	if (Object.hasOwn(NAMED, name)) return NAMED[name];
	if (name.startsWith('&#x')) return ofCode(parseInt(name.slice(3), 16));
	if (name.startsWith('&#')) return ofCode(parseInt(name.slice(2), 10));
	if (/^(%u|\\[ux])/.test(name)) return ofCode(parseInt(name.slice(2), 16));
	if (name.startsWith('\\')) return escape.slice(1);
	const bytes = Buffer.from(name.replaceAll('%', ''), 'hex');
	const text = bytes.toString('utf8');
	return text.includes('\ufffd') ? bytes.toString('latin1') : text;
}

/** How often what a server says may have been encoded, one way inside of another. */
const DEEPEST = 4;

/** A text as it stands, and decoded once, twice and so on, as far as that changes it. */
export function decodedViews(text: string): TextView[] {
	const views = [textView(text)];
	while (views.length <= DEEPEST) {
		const before = views[views.length - 1];
		const next = replaced(before, ESCAPE, unescaped);
		if (next.text === before.text) break;
		views.push(next);
	}
	return views;
}

const BLANKS = /[\s+]+/g;

/** A text in which white space, which may have been broken over lines, and forms' `+` for it are the same. */
export const collapseWhitespace = (text: string): string => text.replace(BLANKS, ' ');

/** The view with collapsed white space. */
export const collapsedView = (view: TextView): TextView => replaced(view, BLANKS, () => ' ');
