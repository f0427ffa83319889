import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a delivery was signed with a secret: base64 of the HMAC-SHA256 of its bytes, with the secret's
 * UTF-8 as the key (SuperOffice's documentation of webhook secrets). It takes the same time wherever the
 * two differ.
 * @param body undefined where the delivery has none
 */
export function hasValidSignature(
	body: Buffer | undefined,
	signature: unknown,
	secret: unknown,
): boolean {
	if (!body || typeof signature !== 'string' || typeof secret !== 'string' || secret === '') {
		return false;
	}
	const expected = Buffer.from(createHmac('sha256', secret).update(body).digest('base64'));
	const given = Buffer.from(signature);
	return given.length === expected.length && timingSafeEqual(given, expected);
}
