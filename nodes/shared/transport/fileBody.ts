import { OperationalError, type IExecuteFunctions, type UserError } from 'n8n-workflow';

/** Bytes as they come, one piece after the other. */
export type ByteStream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

/** Bytes that are in memory already. */
export type Bytes = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryDataBuffer']>>;

/** A file that is sent as it is. */
export class FileBody {
	/**
	 * @param open gives its bytes, anew for each try
	 * @param size how many they are; undefined if that is not known
	 */
	constructor(
		readonly open: () => Promise<ByteStream | Bytes>,
		readonly size: number | undefined,
	) {}
}

/** All bytes of a file at once, for calls that take it as a part of their JSON. */
export async function bytesOf({ open }: FileBody): Promise<Bytes> {
	const opened = await open();
	if (Buffer.isBuffer(opened)) return opened;
	const pieces: Bytes[] = [];
	for await (const piece of opened) pieces.push(piece as Bytes);
	return Buffer.concat(pieces);
}

/** A file that came, and is not wanted: no failure of the request. */
export class UnwantedFile extends OperationalError {
	constructor(readonly reason: UserError) {
		super(reason.message);
	}
}

/**
 * Bytes that are counted on their way.
 * @param check throws for a count that is too high
 */
export const counted = (bytes: ByteStream, check: (count: number) => void): ByteStream => {
	let count = 0;
	return bytes.map((piece: Bytes) => {
		count += piece.length;
		check(count);
		return piece;
	});
};

/** The most that is read of a stream's text, such as of an error. */
const LONGEST_TEXT = 1_000_000;

/** The text of a stream; what is too long for an error is cut. */
export async function textOf(bytes: ByteStream): Promise<string> {
	let text = '';
	bytes.setEncoding('utf8');
	for await (const piece of bytes) {
		text += String(piece);
		if (text.length > LONGEST_TEXT) break;
	}
	return text;
}
