import type { Data } from '../tenant/data';

/** What a list is asked with. */
export interface Context {
	data: Data;
	/** The provider's own arguments, such as `contact_id=5`. */
	additional: string;
	query: string;
}

/** Arguments such as `contact_id=1,2`; some lists separate them by semicolons. */
export function argument(additional: string, name: string): string | undefined {
	const parts = additional.split(/[;&]/).map((part) => part.trim().split('='));
	return parts.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

/** Numbers that commas or spaces separate. */
export const idsIn = (text: string) => text.split(/[\s,]+/).map(Number);
