/**
 * A text as a literal of an OData filter: in single quotes, with a backslash before a quote or a
 * backslash (SuperOffice's documentation of the archive agent, "Strings"). Control characters, and
 * halves of surrogate pairs, which no name has, go.
 */
export function odataString(text: string): string {
	const plain = Buffer.from(text, 'utf8')
		.toString('utf8')
		.replace(/\p{Cc}+/gu, ' ');
	return `'${plain.replace(/[\\']/g, '\\$&')}'`;
}
