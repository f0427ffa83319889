/** A mail, or a part of one. */
export interface Mime {
	/** Values by names in lower case, as they came but for the line breaks. */
	headers: Map<string, string>;
	/** The headers as they came. */
	rawHeaders: string;
	/** The content, decoded; that of a part with parts is empty. */
	content: Buffer;
	parts: Mime[];
}

/** What stands behind a header's value, such as the boundary of parts. */
export function parameterOf(value: string | undefined, name: string): string | undefined {
	const found = new RegExp(`;\\s*${name}\\*?=(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(value ?? '');
	const text = found?.[1] ?? found?.[2];
	// The form of RFC 2231 has its characters encoded.
	return /^[\w-]+'[^']*'/.test(text ?? '')
		? decodeURIComponent((text ?? '').replace(/^[^']*'[^']*'/, ''))
		: text;
}

const quotedPrintable = (text: string) =>
	Buffer.from(
		text
			.replace(/[ \t]+$/gm, '')
			.replace(/=\r?\n/g, '')
			.replace(/=([0-9A-Fa-f]{2})/g, (_all, code: string) =>
				String.fromCharCode(parseInt(code, 16)),
			),
		'latin1',
	);

function decoded(content: Buffer, encoding: string): Buffer {
	if (encoding === 'base64') return Buffer.from(content.toString('latin1'), 'base64');
	return encoding === 'quoted-printable' ? quotedPrintable(content.toString('latin1')) : content;
}

/** A text in the character set that it was written in; an unknown set is taken for UTF-8: a guess. */
export function textOf(content: Buffer, charset = 'utf-8'): string {
	try {
		return new TextDecoder(charset).decode(content);
	} catch {
		return new TextDecoder().decode(content);
	}
}

/** A header's text, whose words may be encoded (RFC 2047). */
export function headerText(value = ''): string {
	const joined = value.replace(/(\?=)\s+(=\?)/g, '$1$2');
	return joined.replace(
		/=\?([^?]+)\?([BQ])\?([^?]*)\?=/gi,
		(_all, charset: string, how: string, text: string) => {
			const isBase64 = how.toUpperCase() === 'B';
			const content = isBase64
				? Buffer.from(text, 'base64')
				: quotedPrintable(text.replace(/_/g, ' ').replace(/ $/, '=20'));
			return textOf(content, charset);
		},
	);
}

/** The pieces between the lines of a boundary. */
function split(content: Buffer, boundary: string): Buffer[] {
	const text = `\r\n${content.toString('latin1')}`;
	const escaped = boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const pieces = text.split(new RegExp(`\\r?\\n--${escaped}(?:--)?[ \\t]*(?=\\r?\\n|$)`));
	const inner = pieces.slice(1, -1);
	return inner.map((piece) => Buffer.from(piece.replace(/^\r?\n/, ''), 'latin1'));
}

/** Reads a mail (RFC 822 and its successors), or the body of a form behind its type. */
export function parseMime(mail: Buffer): Mime {
	const text = mail.toString('latin1');
	const gap = /\r?\n\r?\n|^\r?\n/.exec(text);
	const rawHeaders = textOf(mail.subarray(0, gap?.index ?? text.length));
	const body = mail.subarray(gap ? gap.index + gap[0].length : text.length);
	const lines = rawHeaders.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/);
	const headers = new Map<string, string>();
	for (const line of lines) {
		const [, name, value] = /^([^\s:]+):\s*(.*)$/.exec(line) ?? [];
		if (name && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value);
	}
	const type = headers.get('content-type');
	const boundary = parameterOf(type, 'boundary');
	if (/^multipart\//i.test(type ?? '') && boundary !== undefined) {
		const parts = split(body, boundary).map(parseMime);
		return { headers, rawHeaders, content: Buffer.alloc(0), parts };
	}
	const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
	return { headers, rawHeaders, content: decoded(body, encoding), parts: [] };
}

/** The parts of a mail that have no parts themselves, in order. */
export function partsOf(mime: Mime): Mime[] {
	return mime.parts.length > 0 ? mime.parts.flatMap(partsOf) : [mime];
}
