/** Bytes of a mail that are searched for its headers. */
const LONGEST_HEADERS = 256 * 1024;

/** A mail's headers by their names in lower case, each unfolded (RFC 5322, section 2.2); the first of a name counts. */
export function parseMailHeaders(mail: Buffer): Map<string, string> {
	const [head] = mail
		.subarray(0, LONGEST_HEADERS)
		.toString('latin1')
		.replace(/^\s+/, '')
		.split(/\r?\n\r?\n/);
	const headers = new Map<string, string>();
	for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
		const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
		if (name && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim());
	}
	return headers;
}

/** The message IDs of a header such as References, without their brackets, which some mails lack, in order. */
export const messageIds = (value = ''): string[] =>
	[...value.matchAll(/<([^<>\s]+)>|([^<>\s,]+@[^<>\s,]+)/g)].map(([, id, bare]) => id ?? bare);
