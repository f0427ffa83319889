import { badArgument } from '../engine/failures';
import { isCarrier } from '../engine/values';
import type { Carrier, Value } from '../tenant/carriers';
import type { Kind } from './kind';

/** The lines of an address, of which a PATCH has to name all. */
export const LINES = ['Address1', 'Address2', 'Address3', 'City', 'County', 'State', 'Zipcode'];

const NORWAY = 578;

/** Which lines stand side by side: in Norway as in the fixture of a company, else as in that of a person. */
const LAYOUTS: Record<'Street' | 'Postal' | 'other', string[][]> = {
	Street: [['Address1'], ['Zipcode', 'City']],
	Postal: [['Address1'], ['Zipcode', 'City']],
	other: [['Address1'], ['Address2'], ['Address3'], ['City'], ['County', 'Zipcode']],
};

const LENGTHS: Record<string, number> = { Zipcode: 12, City: 80, County: 29, State: 5 };

export const PARTS = ['Street', 'Postal'] as const;

const layoutOf = (part: 'Street' | 'Postal', country: number) =>
	LAYOUTS[country === NORWAY ? part : 'other'];

function blankLines(type: string): Carrier {
	return { AtypeIdx: type, ...Object.fromEntries(LINES.map((line) => [line, ''])) };
}

/** An address without anything, before it is completed. */
export function blankAddress({ addresses: { Street, Postal } = {} }: Kind): Carrier {
	return {
		Wgs84Latitude: 0,
		Wgs84Longitude: 0,
		Street: Street ? blankLines(Street.type) : null,
		Postal: Postal ? blankLines(Postal.type) : null,
	};
}

/** What SuperOffice adds to the lines: how they are laid out in the record's country. */
export function completeAddress(
	{ addresses = {} }: Kind,
	address: Carrier,
	country: number,
): Carrier {
	const own = PARTS.flatMap((part) => {
		const lines = address[part];
		const kind = addresses[part];
		return kind && isCarrier(lines) ? [{ part, lines, ...kind }] : [];
	});
	const localized = own.flatMap(({ part, lines, type, prefix }) =>
		layoutOf(part, country).map((row) =>
			row.map((line, index) => ({
				Name: `${prefix}${line}`,
				Value: lines[line] ?? '',
				Tooltip: '',
				Label: index === 0 ? `SR_AL_${line.toUpperCase()}` : '',
				ValueLength: LENGTHS[line] ?? 80,
				AddressType: type,
				TableRight: null,
				FieldProperties: {},
			})),
		),
	);
	const formatted = own.map(({ part, lines }) => {
		const texts = layoutOf(part, country).map((row) =>
			row.map((line) => String(lines[line] ?? '')).filter((text) => text !== ''),
		);
		const Formatted = texts
			.filter((row) => row.length > 0)
			.map((row) => `${row.join(' ')}\n`)
			.join('');
		return [part, { ...lines, Formatted }] as const;
	});
	const [first] = formatted;
	return {
		Wgs84Latitude: address.Wgs84Latitude ?? 0,
		Wgs84Longitude: address.Wgs84Longitude ?? 0,
		LocalizedAddress: localized,
		Street: null,
		Postal: null,
		...Object.fromEntries(formatted),
		Formatted: first?.[1].Formatted ?? '',
		TableRight: null,
		FieldProperties: {},
	};
}

/** The lines that LocalizedAddress says, by their names in lower case. */
function localizedLines(value: Value | undefined): Map<string, string> {
	const rows = Array.isArray(value) ? value.flatMap((row) => (Array.isArray(row) ? row : [])) : [];
	return new Map(
		rows
			.filter(isCarrier)
			.map(({ Name, Value: text }) => [String(Name).toLowerCase(), String(text ?? '')]),
	);
}

/**
 * The address that a client sends: LocalizedAddress overrides Street and Postal (documentation of
 * addresses). The Postal of a person is dropped: a guess.
 * @throws Failure 400, a guess, for what is none
 */
export function acceptAddress(kind: Kind, value: Value): Carrier {
	if (!isCarrier(value)) throw badArgument('Address is not an address');
	const localized = localizedLines(value.LocalizedAddress);
	const blank = blankAddress(kind);
	const parts = PARTS.map((part) => {
		const own = kind.addresses?.[part];
		if (!own) return [part, null];
		const sent = isCarrier(value[part]) ? (value[part] as Carrier) : {};
		const lines = LINES.map((line) => {
			const text = localized.get(`${own.prefix}${line}`.toLowerCase()) ?? sent[line] ?? '';
			if (typeof text !== 'string') throw badArgument(`Address/${part}/${line} is not text`);
			return [line, text];
		});
		return [part, { AtypeIdx: own.type, ...Object.fromEntries(lines) }];
	});
	return { ...blank, ...pickPlace(value), ...Object.fromEntries(parts) };
}

function pickPlace({ Wgs84Latitude = 0, Wgs84Longitude = 0 }: Carrier): Carrier {
	return { Wgs84Latitude, Wgs84Longitude };
}
