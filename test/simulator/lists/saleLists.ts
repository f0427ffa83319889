import { translate } from '../engine/languages';
import { argument, idsIn, type Context } from './context';
import type { ListItem } from './items';
import { PROJECT_STATUSES, PROJECT_TYPES } from './projectItems';
import { LOST, SALE_TYPES, SOLD, STAGES, type Stage } from './saleItems';

/** The numbers behind an argument, of which there is a singular and a plural; undefined for none. */
function wanted({ additional }: Context, singular: string, plural: string): number[] | undefined {
	const text = argument(additional, singular) ?? argument(additional, plural);
	return text === undefined ? undefined : idsIn(text);
}

const isOn = ({ additional }: Context, name: string) =>
	argument(additional, name)?.toLowerCase() === 'true';

/** The entries that links between two lists lead to, each once, and the numbers of the links. */
function linked<Item extends ListItem>(
	items: Item[],
	links: number[][],
): Array<{ item: Item; link: number }> {
	const all = links.flat().map((id, index) => ({ id, link: index + 1 }));
	return [...new Set(all.map(({ id }) => id))].flatMap((id) => {
		const item = items.find((one) => one.id === id);
		const link = all.find((one) => one.id === id)?.link ?? 0;
		return item ? [{ item, link }] : [];
	});
}

const stagesOf = (context: Context) => {
	const types = wanted(context, 'SaleTypeID', 'SaleTypeIDs');
	const chosen = SALE_TYPES.filter(({ id }) => types?.includes(id) ?? true);
	return linked(
		STAGES,
		chosen.map(({ stages }) => stages),
	);
};

/** List `salestage`: without a type, the stages of all types. */
export function saleStages(context: Context): ListItem[] {
	const stages = stagesOf(context).map(({ item, link }) => ({
		...item,
		extraInfo: `IsDeleted=False&Probability=${item.probability}&SaleTypeStageLinkId=${link}&`,
	}));
	const closed = [SOLD, LOST].map((item) => ({
		...item,
		extraInfo: `Probability=${item.probability}`,
	}));
	return [...stages, ...closed];
}

/** A stage with its percentage behind the name, in each of the languages. */
function withPercent({ name, probability, ...item }: Stage): ListItem {
	const texts = ['US', 'NO'].map((language) => {
		const text = translate(name, { language, culture: '' });
		return `${language}:"${text} (${probability}%)";`;
	});
	return { ...item, name: texts.join(''), extraInfo: String(probability) };
}

/** List `saleprobability`: only the first and the last entry have no percentage in their names. */
export function saleProbabilities(): ListItem[] {
	return [{ ...LOST, extraInfo: '0' }, ...STAGES.map(withPercent), { ...SOLD, extraInfo: '100' }];
}

/** List `projecttype`. */
export function projectTypes(): ListItem[] {
	return PROJECT_TYPES.map((type) => ({
		...type,
		extraInfo: `duration=${type.duration}&unit=${type.unit}`,
	}));
}

/** List `projectstatus`: the statuses of guides alone, as its sample output has them. */
export function guideStatuses(context: Context): ListItem[] {
	const types = wanted(context, 'ProjectTypeId', 'ProjectTypeIDs');
	const chosen = PROJECT_TYPES.filter(({ id }) => types?.includes(id) ?? true);
	const links = chosen.map(({ statuses }) => statuses);
	return linked(PROJECT_STATUSES, links)
		.filter(({ item }) => isOn(context, 'GetDeleted') || !item.deleted)
		.map(({ item, link }) => ({
			...item,
			extraInfo: `IsDeleted=${item.deleted ? 'True' : 'False'}&ProjectTypeStatusLinkId=${link}&`,
		}));
}
