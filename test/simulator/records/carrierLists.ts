import { badArgument } from '../engine/failures';
import { isCarrier } from '../engine/values';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';

/** Who may see a record: everyone. */
export const VISIBLE_FOR_ALL: Carrier[] = [
	{
		VisibleId: 0,
		Visibility: 'All',
		DisplayValue: '[SR_VFC_ALL]',
		TableRight: null,
		FieldProperties: {},
	},
];

const VISIBILITIES = ['All', 'Associate', 'Group'];

/**
 * Who may see a record, as it is stored; none means everyone: a guess.
 * @throws Failure 400, a guess, for what is none
 */
export function acceptVisibleFor(_data: Data, value: Value): Value {
	if (!Array.isArray(value)) throw badArgument('VisibleFor is not a list');
	for (const one of value) {
		const visibility = isCarrier(one) ? String(one.Visibility ?? 'All') : '';
		if (!VISIBILITIES.includes(visibility))
			throw badArgument('VisibleFor has an entry that is none');
	}
	return value.length > 0 ? value : VISIBLE_FOR_ALL;
}

/**
 * The links of a record, as they are stored: each gets a number.
 * @throws Failure 400, a guess, for what is none
 */
export function acceptLinks(_data: Data, value: Value, before: Carrier): Value {
	if (!Array.isArray(value)) throw badArgument('Links is not a list');
	const known = Array.isArray(before.Links) ? before.Links.filter(isCarrier) : [];
	let last = Math.max(0, ...known.map(({ LinkId }) => Number(LinkId ?? 0)));
	return value.map((one) => {
		if (!isCarrier(one)) throw badArgument('A link is not a record');
		const { EntityName = '', Id = 0, Description = '', ExtraInfo = '', LinkId } = one;
		const link = { EntityName, Id, Description, ExtraInfo, LinkId: LinkId || (last += 1) };
		return { ...link, TableRight: null, FieldProperties: {} };
	});
}

/** How many links a record has. */
export const linkCount = ({ Links }: Carrier): number => (Array.isArray(Links) ? Links.length : 0);
