import { FieldError, quote, type FieldKind, type ParameterRef } from './fieldKind';
import { parseIfJson } from './rows';
import { toText } from './text';

/** Any number of texts, in their order. Data of an item may be one text, a list, or a list as JSON text. */
function texts(control: FieldKind['control'], toOne: typeof toText): FieldKind {
	return {
		name: 'List of texts',
		control,
		clearedValue: [],
		encode(value, ref) {
			const list: unknown[] = Array.isArray(value) ? value : [value];
			const given = list.map((one) => toText(one, ref).trim()).filter((one) => one !== '');
			return given.length > 0 ? given.map((one) => toOne(one, ref)) : undefined;
		},
		fromData: (data, ref) =>
			typeof data === 'string' && data.trim().startsWith('[') ? parseIfJson(data, ref) : data,
	};
}

const many = (label: string) =>
	({
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: `Add ${label}` },
		default: '',
	}) as const;

/**
 * Texts such as addresses.
 * @param label of one
 */
export const textList = (label: string): FieldKind => texts(many(label), toText);

/** A web address with its scheme and path, of which the host counts. */
const ADDRESS = /^(?:[a-z]+:)?\/\/(?:www\.)?([^/?#:]+)/i;

/** @throws FieldError for what is no domain */
function toDomain(value: unknown, ref: ParameterRef): string {
	const text = toText(value, ref);
	const domain = (ADDRESS.exec(text)?.[1] ?? text).toLowerCase();
	if (/^[\p{L}\p{M}\p{N}-]+(\.[\p{L}\p{M}\p{N}-]+)+$/u.test(domain)) return domain;
	throw new FieldError(
		ref,
		`${quote(value)} is not a domain`,
		'Give a domain such as example.com.',
	);
}

/** Web domains; of a web address its host, without www. */
export const domains: FieldKind = texts(many('Domain'), toDomain);

/** One of them, as a list. */
export const oneDomain: FieldKind = texts({ type: 'string', default: '' }, toDomain);
