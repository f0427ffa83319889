import type { Carrier } from '../tenant/carriers';
import { bodyValue } from '../engine/values';

/** A text of the appointment, or of what is nested in it. */
export const words =
	(property: string, below?: string) =>
	(row: Carrier): string =>
		String((below ? bodyValue(row[property], below) : row[property]) ?? '');

/** A number of the appointment, or of what is nested in it; 0 for nothing. */
export const number =
	(property: string, below?: string) =>
	(row: Carrier): number =>
		Number((below ? bodyValue(row[property], below) : row[property]) ?? 0);

export const flag =
	(property: string) =>
	(row: Carrier): boolean =>
		row[property] === true;
