import { FieldError, quote, type ParameterRef } from '../../shared/fields/fieldKind';

/** Names that mean a folder, and characters that no file system takes or nobody sees. */
const FOLDER = /[/\\]|^\.{1,2}$/;
const CONTROL = /\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u;

/** SuperOffice's longest file names (its tables `document` and `attachment`). */
export const LONGEST_NAMES = { document: 511, attachment: 255 };

/**
 * The name of a file that is sent.
 * @param longest its most characters
 * @throws FieldError for one that is a path, has unseen characters, or is too long
 */
export function checkFileName(name: string, longest: number, ref: ParameterRef): string {
	const trimmed = name.trim();
	const problem =
		(trimmed === '' && 'has no name') ||
		(FOLDER.test(trimmed) && 'is a path') ||
		(CONTROL.test(trimmed) && 'has control characters') ||
		(trimmed.length > longest && `has ${trimmed.length} characters`);
	if (!problem) return trimmed;
	throw new FieldError(
		ref,
		`the file name ${quote(name)} ${problem}`,
		'Give the file another name before this node.',
	);
}

/** The name of a file that came, without what is no name. */
export function safeFileName(name: string, unnamed: string): string {
	const last = name.split(/[/\\]/).pop() ?? '';
	const safe = last.replace(new RegExp(CONTROL, 'gu'), '').trim();
	return safe === '' || FOLDER.test(safe) ? unnamed : safe;
}

/**
 * Whether a name is that of a pattern, in which `*` stands for any text: piece by piece, as a regular
 * expression takes ages with many of them.
 */
export function fitsPattern(name: string, pattern: string): boolean {
	const [first, ...pieces] = pattern.normalize('NFC').split('*');
	const text = name.normalize('NFC');
	const last = pieces.pop();
	if (last === undefined) return text === first;
	if (!text.startsWith(first)) return false;
	let at = first.length;
	for (const piece of pieces) {
		const found = text.indexOf(piece, at);
		if (found < 0) return false;
		at = found + piece.length;
	}
	return text.length - last.length >= at && text.endsWith(last);
}
