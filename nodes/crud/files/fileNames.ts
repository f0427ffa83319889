import { FieldError, quote, type ParameterRef } from '../../shared/fields/fieldKind';

/** Names that mean a folder, and characters that no file system takes or nobody sees. */
const FOLDER = /[/\\]|^\.{1,2}$/;
const CONTROL = /\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u;

/** SuperOffice's longest file name (its table `document`). */
const LONGEST_NAME = 511;

/**
 * The name of a file that is sent.
 * @throws FieldError for one that is a path, has unseen characters, or is too long
 */
export function checkFileName(name: string, ref: ParameterRef): string {
	const trimmed = name.trim();
	const problem =
		(trimmed === '' && 'has no name') ||
		(FOLDER.test(trimmed) && 'is a path') ||
		(CONTROL.test(trimmed) && 'has control characters') ||
		(trimmed.length > LONGEST_NAME && `has ${trimmed.length} characters`);
	if (!problem) return trimmed;
	throw new FieldError(
		ref,
		`the file name ${quote(name)} ${problem}`,
		'Give the file another name before this node.',
	);
}

/** The name of a file that came, without what is no name. */
export const safeFileName = (name: string, unnamed: string): string =>
	(name.split(/[/\\]/).pop() ?? '').replace(new RegExp(CONTROL, 'gu'), '').trim() || unnamed;
