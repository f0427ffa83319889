import uniq from 'lodash/uniq';
import type { INodeProperties } from 'n8n-workflow';

import {
	emptyToUndefined,
	FieldError,
	quote,
	type ParameterRef,
} from '../../shared/fields/fieldKind';
import { toDecimalText } from '../../shared/fields/decimal';
import { parameterRef } from '../../shared/fields/parameterRef';
import { toText } from '../../shared/fields/text';
import { option } from '../../shared/optionsForm';
import type { InputFile, ItemCall } from '../operation';
import { checkFileName, fitsPattern, LONGEST_NAMES } from './fileNames';

const MEGABYTE = 1_000_000;

/** Refuses larger files, in both directions. */
export const MAX_SIZE = option({
	displayName: 'Maximum File Size (MB)',
	name: 'maxFileSize',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 100,
	description:
		'Fail for files that are larger, in megabytes; without this option any size is taken',
});

/** Fails for too many bytes of a file. */
export type SizeCheck = (bytes: number) => void;

/**
 * Reads the limit of an item's files.
 * @throws FieldError for a limit that is none
 */
export function readSizeCheck({ read }: ItemCall): SizeCheck {
	const ref = parameterRef(MAX_SIZE);
	const given = emptyToUndefined(read(MAX_SIZE.name));
	if (given === undefined) return () => undefined;
	const limit = Number(toDecimalText(given, ref));
	if (limit <= 0) throw new FieldError(ref, `${quote(given)} is no size`, 'Give more than 0.');
	return (bytes) => {
		if (bytes <= limit * MEGABYTE) return;
		const problem = `the file has more than ${limit} MB`;
		throw new FieldError(ref, problem, 'Raise the limit, or take a smaller file.');
	};
}

/** The field with one file. */
export const INPUT_FIELD: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	hint: 'The name of the input field that holds the file',
	description: 'Name of the field of the incoming item that holds the file',
};

/** The fields with any number of files. */
export const INPUT_FIELDS: INodeProperties = {
	displayName: 'Attachment Field Names',
	name: 'attachmentFields',
	type: 'string',
	default: '',
	placeholder: 'e.g. data, attachment_*',
	description:
		'Names of the fields of the incoming item that hold the files, with commas between them; * stands for any text',
};

/** The field that the file is put out in. */
export const OUTPUT_FIELD: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'outputPropertyName',
	type: 'string',
	default: 'data',
	hint: 'The name of the output field to put the file in',
	description: 'Name of the field of the output item that gets the file',
};

/** @throws FieldError for an empty one */
export function readFieldName({ read }: ItemCall, control: INodeProperties): string {
	const ref = parameterRef(control);
	const name = toText(read(control.name) ?? '', ref).trim();
	if (name !== '') return name;
	throw new FieldError(ref, 'is empty', 'Give the name of a field, such as data.');
}

/** The names of a control, from a list or a text with commas between them. */
export function readNames({ read }: ItemCall, control: INodeProperties): string[] {
	const ref = parameterRef(control);
	const given: unknown = read(control.name) ?? '';
	const list: unknown[] = Array.isArray(given) ? given : toText(given, ref).split(',');
	return list.map((one) => toText(one, ref).trim()).filter((one) => one !== '');
}

async function readChecked(
	{ files }: ItemCall,
	field: string,
	ref: ParameterRef,
	check: SizeCheck,
	longest: number,
): Promise<InputFile> {
	const file = await files.read(field, ref);
	check(file.body.size ?? 0);
	return { ...file, name: checkFileName(file.name, longest, ref) };
}

/**
 * The file of the field that the form names.
 * @throws FieldError where there is none, or it is too large or has no proper name
 */
export const readInputFile = async (call: ItemCall): Promise<InputFile> =>
	await readChecked(
		call,
		readFieldName(call, INPUT_FIELD),
		parameterRef(INPUT_FIELD),
		readSizeCheck(call),
		LONGEST_NAMES.document,
	);

/**
 * The files of the fields that the form names; a pattern may fit none.
 * @throws FieldError for a name that is no file's, and for files that are too large or have no proper name
 */
export async function readInputFiles(call: ItemCall): Promise<InputFile[]> {
	const ref = parameterRef(INPUT_FIELDS);
	const fields = readNames(call, INPUT_FIELDS).flatMap((one) => {
		if (!one.includes('*')) return [one];
		const found = call.files.names.filter((name) => fitsPattern(name, one));
		if (found.length === 0) call.hint(`No field with a file fits ${one}: nothing is attached.`);
		return found;
	});
	const check = readSizeCheck(call);
	const files: InputFile[] = [];
	for (const field of uniq(fields)) {
		files.push(await readChecked(call, field, ref, check, LONGEST_NAMES.attachment));
	}
	return files;
}
