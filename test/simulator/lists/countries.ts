import type { Carrier } from '../tenant/carriers';
import { multi } from '../engine/languages';
import type { ListItem } from './items';

interface Country extends ListItem {
	/** ISO 3166 codes, of which the first is the domain too. */
	codes: [string, string];
	english: string;
	dialIn: string;
}

/** Numbers are those of ISO 3166. */
export const COUNTRIES: Country[] = [
	{
		id: 578,
		name: multi('Norway', 'Norge'),
		english: 'Norway',
		codes: ['NO', 'NOR'],
		dialIn: '47',
	},
	{
		id: 752,
		name: multi('Sweden', 'Sverige'),
		english: 'Sweden',
		codes: ['SE', 'SWE'],
		dialIn: '46',
	},
	{
		id: 276,
		name: multi('Germany', 'Tyskland'),
		english: 'Germany',
		codes: ['DE', 'DEU'],
		dialIn: '49',
	},
];

/** The layout of addresses in Norway; that of all others is another: a guess. */
const LAYOUTS = { norwegian: 4, other: 3 };

/** A country as SuperOffice nests it in other records (fixture of a default company). */
export function country(id: number): Carrier | undefined {
	const found = COUNTRIES.find((one) => one.id === id);
	if (!found) return undefined;
	const { english, codes, dialIn } = found;
	const layout = id === 578 ? LAYOUTS.norwegian : LAYOUTS.other;
	return {
		CountryId: id,
		Name: english,
		CurrencyId: 0,
		EnglishName: english,
		TwoLetterISOCountry: codes[0],
		ThreeLetterISOCountry: codes[1],
		ImageDescription: null,
		OrgNrText: 'VAT No.:',
		InterAreaPrefix: '',
		DialInPrefix: dialIn,
		ZipPrefix: codes[0],
		DomainName: codes[0],
		AddressLayoutId: layout,
		DomesticAddressLayoutId: layout,
		ForeignAddressLayoutId: layout,
		Rank: COUNTRIES.indexOf(found) + 1,
		Tooltip: english,
		Deleted: false,
		TableRight: null,
		FieldProperties: {},
	};
}
