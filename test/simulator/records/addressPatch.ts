import { badArgument } from '../engine/failures';
import { bodyValue, isCarrier } from '../engine/values';
import type { Value } from '../tenant/carriers';
import { LINES, PARTS } from './address';

function checkLines(address: Value | undefined): void {
	for (const part of PARTS) {
		const lines = bodyValue(address, part);
		if (isCarrier(lines) && LINES.some((line) => bodyValue(lines, line) === undefined)) {
			throw badArgument(`Address/${part} needs the complete address fields`);
		}
	}
}

const partsOf = (operation: Value) =>
	String(bodyValue(operation, 'path') ?? '')
		.replace(/^\//, '')
		.toLowerCase()
		.split('/');

/**
 * Refuses, by throwing a Failure, a PATCH that changes some lines of an address (sample of the vendor).
 * @returns whether the patch says LocalizedAddress; what was read of it must not override the lines
 */
export function checkAddressPatch(patch: Value): boolean {
	if (!Array.isArray(patch)) {
		const address = bodyValue(patch, 'Address');
		checkLines(address);
		return Array.isArray(bodyValue(address, 'LocalizedAddress'));
	}
	const operations = patch.filter((one) => partsOf(one)[0] === 'address');
	return operations
		.map((operation) => {
			const [, part, line] = partsOf(operation);
			const value = bodyValue(operation, 'value') ?? null;
			if (line !== undefined && part !== 'localizedaddress') {
				throw badArgument('The address needs the complete address fields');
			}
			if (part === undefined) checkLines(value);
			if (part === 'street' || part === 'postal') {
				checkLines({ [part]: value });
			}
			const isAll = part === undefined && Array.isArray(bodyValue(value, 'LocalizedAddress'));
			return part === 'localizedaddress' || isAll;
		})
		.some((isLocalized) => isLocalized);
}
