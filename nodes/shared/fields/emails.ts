import { FieldError, quote, type FieldKind, type ParameterRef } from './fieldKind';
import { toText } from './text';

/** Characters that copied texts bring along unseen: joints, marks of direction, soft hyphens. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** Longest lengths (RFC 5321, section 4.5.3.1; RFC 1035, section 2.3.4). */
const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL_PART = 64;
const LONGEST_LABEL = 63;

const LOCAL_PART = /^[^\s\p{Cc}()<>[\]:;@\\,"]+$/u;
const LABEL = /^[\p{L}\p{M}\p{N}-]+$/u;

const isLabel = (label: string) =>
	label.length <= LONGEST_LABEL &&
	LABEL.test(label) &&
	!label.startsWith('-') &&
	!label.endsWith('-');

/** Whether a text is one address and nothing else, as browsers judge it, but for hosts without a dot. */
function isAddress(text: string): boolean {
	if (text.length > LONGEST_ADDRESS) return false;
	const [local, domain = '', ...more] = text.split('@');
	const labels = domain.split('.');
	return (
		more.length === 0 &&
		local.length <= LONGEST_LOCAL_PART &&
		LOCAL_PART.test(local) &&
		labels.length > 1 &&
		labels.every(isLabel)
	);
}

/** The parts of a text between commas, semicolons and line ends that stand in no quotes or brackets. */
function split(text: string): string[] {
	const parts: string[] = [];
	let start = 0;
	let isQuoted = false;
	let isBracketed = false;
	for (let index = 0; index < text.length; index++) {
		const character = text[index];
		if (isQuoted && character === '\\') index++;
		else if (character === '"') isQuoted = !isQuoted;
		else if (isQuoted) continue;
		else if (character === '<' || character === '>') isBracketed = character === '<';
		else if (!isBracketed && ',;\r\n'.includes(character)) {
			parts.push(text.slice(start, index));
			start = index + 1;
		}
	}
	return [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== '');
}

/** The address in `Guest <guest@example.com>`, whose name may be the same address once more. */
function withoutName(part: string): string {
	const open = part.lastIndexOf('<');
	if (open < 0 || !part.endsWith('>')) return part;
	const address = part.slice(open + 1, -1).trim();
	const name = part.slice(0, open).replace(/["']/g, '').trim();
	const isSame = name.toLowerCase() === address.toLowerCase();
	return isSame || !/[@<>]/.test(name) ? address : part;
}

const withoutInvisible = (text: string) => text.replace(INVISIBLE, '').trim();

/**
 * A normalized address for comparisons: in lower case, without blanks around it and a name before
 * it.
 */
export const emailKey = (text: string): string => withoutName(withoutInvisible(text)).toLowerCase();

/**
 * The email addresses of a text, or of a list of texts: trimmed, and without the names before them.
 * @throws FieldError for what is no address
 */
function addressesIn(value: unknown, ref: ParameterRef): string[] {
	const texts: unknown[] = Array.isArray(value) ? value : [value];
	return texts.flatMap((text) =>
		split(withoutInvisible(toText(text, ref))).map((part) => {
			const address = withoutName(part);
			if (isAddress(address)) return address;
			const advice =
				'Give an address such as name@example.com, or several with commas between them.';
			throw new FieldError(ref, `${quote(part)} is not an email address`, advice);
		}),
	);
}

/** One email address, without blanks around it. */
export const emailAddress: FieldKind = {
	name: 'Email address',
	control: { type: 'string', default: '', placeholder: 'e.g. name@example.com' },
	encode(value, ref) {
		const [address, ...more] = addressesIn(value, ref);
		if (more.length === 0) return address;
		const problem = `${quote(value)} are ${more.length + 1} email addresses`;
		throw new FieldError(ref, problem, 'Give one address, and add a row for each other one.');
	},
};

/** Any number of email addresses in one text, with commas, semicolons or line ends between them. */
export const emails: FieldKind = {
	name: 'Email addresses',
	control: { type: 'string', default: '' },
	encode(value, ref) {
		const addresses = addressesIn(value, ref);
		return addresses.length > 0 ? addresses : undefined;
	},
};
