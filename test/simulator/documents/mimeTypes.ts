const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Types of files by their extensions: those of the OpenAPI file, and a few more. */
const TYPES: Record<string, string> = {
	'.docx': `${OFFICE}.wordprocessingml.document`,
	'.xlsx': `${OFFICE}.spreadsheetml.sheet`,
	'.pptx': `${OFFICE}.presentationml.presentation`,
	'.doc': 'application/msword',
	'.rtf': 'application/rtf',
	'.xls': 'application/vnd.ms-excel',
	'.ppt': 'application/vnd.ms-powerpoint',
	'.pdf': 'application/pdf',
	'.jpg': 'image/jpeg',
	'.jpeg': 'image/jpeg',
	'.png': 'image/png',
	'.gif': 'image/gif',
	'.bmp': 'image/bmp',
	'.tiff': 'image/tiff',
	'.txt': 'text/plain',
	'.html': 'text/html',
	'.eml': 'message/rfc822',
};

/** What PUT /Document/{id}/Content consumes (OpenAPI file), but for the forms of JSON and of XML. */
const CONSUMED = [
	...['application/octet-stream', 'application/msword', 'application/rtf'],
	...['docx', 'xlsx', 'pptx', 'xls', 'ppt'].map((extension) => TYPES[`.${extension}`]),
	...['jpeg', 'jpg', 'png', 'gif', 'bmp', 'tiff'].map((kind) => `image/${kind}`),
	'multipart/form-data',
];

/** The extension of a file's name, in lower case and with its dot; "" for none. */
export const extensionOf = (name: string): string =>
	/[^.](\.[^.\s]+)$/.exec(name)?.[1].toLowerCase() ?? '';

export const typeOfFile = (name: string): string =>
	TYPES[extensionOf(name)] ?? 'application/octet-stream';

/** Whether a file of the type may be sent. */
export const isConsumed = (type: string): boolean => CONSUMED.includes(type);

const CONVERTED = ['.docx', '.xlsx', '.pptx', '.doc', '.xls', '.ppt', '.rtf'];

/** Whether a file comes out as a PDF too: that the Office types alone do is a guess. */
export const isConverted = (name: string): boolean => CONVERTED.includes(extensionOf(name));
