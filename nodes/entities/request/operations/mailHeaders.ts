/** What may stand before a mail's first header: a mark of UTF-8, blanks, and the line that parts mails of a mailbox file. */
const BEFORE = /^(?:\uFEFF|\s)*(?:From [^\r\n]*\r?\n)?/;

/** A mail as text, from its first header on: in UTF-8, else with a character a byte. */
export function mailText(mail: Buffer): string {
	const text = mail.toString('utf8');
	const whole = Buffer.from(text, 'utf8').equals(mail) ? text : mail.toString('latin1');
	return whole.replace(BEFORE, '');
}

/** A mail's headers by their names in lower case, each unfolded (RFC 5322, section 2.2); the first of a name counts. */
export function parseMailHeaders(mail: string): Map<string, string> {
	const [head] = mail.split(/\r?\n\r?\n/, 1);
	const headers = new Map<string, string>();
	for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
		const [, name, value] = /^([!-9;-~]+)[ \t]*:\s*(.*)$/.exec(line) ?? [];
		if (name && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim());
	}
	return headers;
}

/** Characters of the longest message ID that is looked for (SuperOffice's table `ej_message` has 255). */
const LONGEST_ID = 250;

/** The message IDs of a header such as References, without their brackets, which some mails lack, in order. */
export const messageIds = (value = ''): string[] =>
	[...value.matchAll(/<([^<>]+)>|([^<>\s,]+@[^<>\s,]+)/g)]
		.map(([, id, bare]) => (id ?? bare).trim())
		.filter((id) => id !== '' && id.length <= LONGEST_ID);
