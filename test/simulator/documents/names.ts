import { badArgument } from '../engine/failures';
import type { Data } from '../tenant/data';
import { fileOf } from './files';
import { extensionOf } from './mimeTypes';

/** Characters that names of files cannot have, on Windows. */
// eslint-disable-next-line no-control-regex -- names of files cannot have these
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f]/g;

/**
 * A name as the archive takes it: what takes the place of characters is a guess.
 * @throws Failure 400, a guess, for one without an extension
 */
export function cleanName(wanted: string): string {
	const name = wanted.trim().replace(FORBIDDEN, '_');
	if (extensionOf(name) === '') throw badArgument(`The file name "${wanted}" has no extension`);
	return name;
}

/** A name that no other file has, in one archive for all users: both that and its form are a guess. */
export function freeName(data: Data, wanted: string, id: number): string {
	const others = [...data.documents.seeds.keys()].filter((one) => one !== id);
	const taken = new Set(others.map((one) => fileOf(data, one).name.toLowerCase()));
	const at = wanted.lastIndexOf('.');
	const [stem, extension] = [wanted.slice(0, at), wanted.slice(at)];
	let name = wanted;
	for (let number = 1; taken.has(name.toLowerCase()); number++) {
		name = `${stem} (${number})${extension}`;
	}
	return name;
}
