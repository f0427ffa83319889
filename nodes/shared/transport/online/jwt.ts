import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';

import attempt from 'lodash/attempt';
import { UserError } from 'n8n-workflow';

import { isRecord } from '../../json';

/** What a token says, by claim. */
export type Claims = Record<string, unknown>;

/** A key of a key set (RFC 7517). */
export type SigningKey = JsonWebKey & { kid?: string; x5t?: string };

/** Before SuperOffice's own claims. */
const PREFIX = 'http://schemes.superoffice.net/identity/';

/** A claim of SuperOffice's own, as text; '' where it is missing. */
export const superOfficeClaim = (claims: Claims, name: string): string =>
	String(claims[`${PREFIX}${name}`] ?? '');

/** @throws UserError for a token that cannot be trusted */
export function rejectToken(problem: string): never {
	throw new UserError(
		`SuperOffice's login server sent a token that cannot be trusted: ${problem}. Check whether something between n8n and SuperOffice rewrites the traffic.`,
	);
}

function parsePart(part: string): Record<string, unknown> {
	const json: unknown = attempt(() => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
	return isRecord(json) && !(json instanceof Error)
		? json
		: rejectToken('it is not a JSON Web Token');
}

/** A token taken apart; nothing of it is trusted yet. */
export interface ParsedToken {
	header: Record<string, unknown>;
	claims: Claims;
	signed: string;
	signature: Buffer;
}

/** @throws UserError for a text that is no signed JSON Web Token (RFC 7519) */
export function parseToken(text: string): ParsedToken {
	const [header, claims, signature, ...rest] = text.split('.');
	if (!signature || rest.length > 0) return rejectToken('it is not a signed JSON Web Token');
	return {
		header: parsePart(header),
		claims: parsePart(claims),
		signed: `${header}.${claims}`,
		signature: Buffer.from(signature, 'base64url'),
	};
}

/**
 * The keys that a token names by `kid` or `x5t`. SuperOffice has named keys by `kid`, by `x5t`
 * alone, and by the one in place of the other over the years.
 */
export function keysFor({ header }: ParsedToken, keys: SigningKey[]): SigningKey[] {
	const names = [header.kid, header.x5t].filter((name) => typeof name === 'string');
	return keys.filter(({ kid = '', x5t = '' }) => names.includes(kid) || names.includes(x5t));
}

/** SuperOffice writes its own names in several cases. */
const isSame = (claim: unknown, expected: string) =>
	String(claim).toLowerCase() === expected.toLowerCase();

function isSignedBy(key: SigningKey, { signed, signature }: ParsedToken): boolean {
	const checked = attempt(() =>
		verify('RSA-SHA256', Buffer.from(signed), createPublicKey({ key, format: 'jwk' }), signature),
	);
	return checked === true;
}

/**
 * Checks who has signed a token, and for whom.
 * @throws UserError for any other algorithm than RS256, signature, issuer or audience
 */
export function verifyToken(
	token: ParsedToken,
	keys: SigningKey[],
	expected: { issuer: string; audience: string },
): Claims {
	const { header, claims } = token;
	if (header.alg !== 'RS256') return rejectToken('it is not signed by RS256');
	const rsaKeys = keys.filter(({ kty }) => kty === 'RSA');
	if (!rsaKeys.some((key) => isSignedBy(key, token))) {
		return rejectToken('its signature is not that of SuperOffice');
	}
	if (!isSame(claims.iss, expected.issuer)) return rejectToken('it was issued by someone else');
	if (![claims.aud].flat().some((aud) => isSame(aud, expected.audience)))
		return rejectToken('it is meant for another app');
	return claims;
}
