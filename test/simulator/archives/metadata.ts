import type { Carrier } from '../tenant/carriers';
import { translate } from '../engine/languages';
import { canOrderBy, type Archive, type Context, type Restriction } from './columns';

/** How columns are shown, where that is not as their filters are named: a guess. */
const DISPLAY: Partial<Record<Restriction, string>> = {
	bool: 'icon',
	date: 'datetime',
	listInterest: 'string',
	none: 'string',
};

/**
 * What GET /Archive/{name}/$metadata answers: the official carrier of columns, in the shape of an
 * archive's own answer, as the OpenAPI file has it. How the two go together is a guess.
 */
export function describeColumns<Row>(archive: Archive<Row>, context: Context): Carrier {
	const value = Object.entries(archive.columns).map(([Name, column], index) => ({
		PrimaryKey: String(index + 1),
		EntityName: 'archiveColumnInfo',
		Name,
		DisplayName: translate(column.label ?? Name, context.locale),
		DisplayTooltip: '',
		DisplayType: DISPLAY[column.restriction] ?? column.restriction,
		CanOrderBy: canOrderBy(archive, Name),
		CanRestrictBy: column.restriction !== 'none',
		RestrictionType: column.restriction === 'none' ? '' : column.restriction,
		RestrictionListName: column.list ?? '',
		IsVisible: column.isCriterion !== true,
		ExtraInfo: '',
		Width: '',
		IconHint: '',
		HeadingIconHint: '',
	}));
	const address = `${context.root}/api/v1/Archive`;
	return { 'odata.metadata': `${address}/$metadata`, 'odata.nextLink': null, value };
}
