import countBy from 'lodash/countBy';
import upperFirst from 'lodash/upperFirst';
import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { filterableFields, type CustomColumns } from '../../shared/customFields/comparison';
import { fetchCustomFields, type CustomField } from '../../shared/customFields/definition';
import { matchableFields } from '../../shared/customFields/matching';
import { isWholeNumber } from '../../shared/fields/number';
import { isRecord } from '../../shared/json';
import { createFindByName } from '../../shared/lookup/findByName';
import {
	containsText,
	describeChoice,
	type LookUp,
	type Choice,
	type LookupSource,
	type Within,
} from '../../shared/lookup/source';
import { lookupSources } from '../../shared/lookup/sources';
import { LINK_SOURCES, VISIBLE_FOR_SOURCES } from '../../shared/carriers';
import { formLookUp, formEntity, formParameter, formTimeZone } from './formContext';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: unknown,
) => Promise<INodeListSearchResult>;

/** The number of the record that the form has chosen beside a control, as far as it is known. */
async function chosenWithin(
	context: ILoadOptionsFunctions,
	lookUp: LookUp,
	{ source, word, alone, beside, searching }: Within,
): Promise<number | undefined> {
	// n8n finds nothing beside a control that stands by itself.
	const isAlone = searching.every((one) => context.getCurrentNodeParameter(one) === undefined);
	for (const parameter of isAlone ? [alone] : beside) {
		const chosen = formParameter(context, parameter);
		const { mode, value } = isRecord(chosen) ? chosen : { mode: 'id', value: chosen };
		const ref = { parameter, label: upperFirst(word) };
		const given = String(value ?? '').trim();
		if (mode === 'name' && given !== '') {
			return await createFindByName(lookUp, formTimeZone(context))({ source, name: given }, ref);
		}
		if (isWholeNumber(given)) return Number(given);
	}
	return undefined;
}

/** Choices whose values are IDs; the ID is shown where several have the same name. */
function itemsById(choices: Choice[], zone: string): INodeListSearchItems[] {
	const names = choices.map((choice) => describeChoice(choice, zone));
	const count = countBy(names);
	return choices.map(({ id: value }, index) => {
		const name = names[index];
		return { name: count[name] > 1 ? `${name} (ID ${value})` : name, value };
	});
}

const itemsByName = (choices: Choice[]): INodeListSearchItems[] =>
	choices.map(({ name }) => ({ name, value: name }));

/** One page of search results. n8n 2 passes the pagination token back as text, n8n 1 unchanged. */
async function search(
	context: ILoadOptionsFunctions,
	source: LookupSource,
	filter: string | undefined,
	token: unknown,
): Promise<INodeListSearchResult> {
	const lookUp = await formLookUp(context);
	// The record that an operation is about is one of any.
	const isTarget = source === lookupSources[formEntity(context).source];
	const within =
		source.within && !isTarget ? await chosenWithin(context, lookUp, source.within) : undefined;
	const toItems = source.sendsNames ? itemsByName : itemsById;
	const from = isWholeNumber(token) ? Math.max(0, Number(token)) : 0;
	const { choices, next } = await source.search(lookUp, filter ?? '', from, within);
	return {
		results: toItems(choices, formTimeZone(context)),
		...(next !== undefined && { paginationToken: String(next) }),
	};
}

/** Searches the type of record that another parameter of the row chooses. */
function searchByRecordType(parameter: string, kinds: Record<string, string>): ListSearch {
	return async function (filter, token) {
		const kind = String(formParameter(this, `&${parameter}`) ?? '').toLowerCase();
		if (Object.hasOwn(kinds, kind))
			return await search(this, lookupSources[kinds[kind]], filter, token);
		const problem =
			kind === ''
				? 'Which records there are to choose from depends on an expression'
				: `There is no list of records for "${kind}"`;
		const description = 'Enter the number of the record by ID.';
		throw new NodeOperationError(this.getNode(), problem, { description });
	};
}

/** Offers custom fields of the form's kind of record by their labels. */
function searchCustomFields(
	offered: (fields: CustomField[], columns: CustomColumns) => CustomField[],
): ListSearch {
	return async function (filter = '') {
		const { name: entity, archive } = formEntity(this);
		const fields = offered(await fetchCustomFields(await formLookUp(this), entity), archive);
		const results = fields.map(({ key, label }) => ({ name: `${label} (${key})`, value: key }));
		return { results: results.filter(({ name }) => containsText(name, filter)) };
	};
}

/** What the form's locators offer, by the method that their controls name. */
export const listSearch: Record<string, ListSearch> = {
	...Object.fromEntries(
		Object.entries(lookupSources).map(([name, source]): [string, ListSearch] => [
			name,
			async function (filter, token) {
				return await search(this, source, filter, token);
			},
		]),
	),
	linkTarget: searchByRecordType('entityName', LINK_SOURCES),
	visibleFor: searchByRecordType('visibility', VISIBLE_FOR_SOURCES),
	matchField: searchCustomFields(matchableFields),
	filterField: searchCustomFields(filterableFields),
};
