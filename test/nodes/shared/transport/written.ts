/** How servers, proxies and libraries write a text that is not theirs. */
export const WRITTEN: Record<string, (text: string) => string> = {
	'lower-case percent encoding': (text) =>
		encodeURIComponent(text).replace(/%../g, (escape) => escape.toLowerCase()),
	"a form's encoding": (text) => new URLSearchParams({ x: text }).toString().slice(2),
	'percent encoding of each byte': (text) =>
		[...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join(''),
	'percent encoding twice': (text) => encodeURIComponent(encodeURIComponent(text)),
	".NET's escapes of JSON": (text) =>
		text.replace(/[^a-z\d]/gi, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
	'escapes of JSON within a JSON text': (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
	"HTML's numbers": (text) =>
		text.replace(/[^a-z\d]/gi, (char) => `&#x${char.charCodeAt(0).toString(16)};`),
	"HTML's decimal numbers": (text) =>
		text.replace(/[^a-z\d]/gi, (char) => `&#${char.charCodeAt(0)};`),
	'percent encoding of some characters': (text) => text.replace(/[:+=;,/ ]/g, encodeURIComponent),
	'line breaks for blanks': (text) => text.replace(/ /g, '\r\n\t'),
};

/** How they write its bytes. */
export const BYTES: Record<string, (text: string) => string> = {
	base64: (text) => Buffer.from(text).toString('base64'),
	'base64 for addresses': (text) => Buffer.from(text).toString('base64url'),
	'base64 of latin1': (text) => Buffer.from(text, 'latin1').toString('base64'),
	'hexadecimal digits': (text) => Buffer.from(text).toString('hex'),
	'hexadecimal capitals': (text) => Buffer.from(text).toString('hex').toUpperCase(),
	'hexadecimal digits of latin1': (text) => Buffer.from(text, 'latin1').toString('hex'),
};
