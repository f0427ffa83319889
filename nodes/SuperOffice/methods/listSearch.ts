import countBy from 'lodash/countBy';
import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { filterable } from '../../shared/customFields/condition';
import { customFieldsOf, type CustomField } from '../../shared/customFields/definition';
import { matchable } from '../../shared/customFields/matching';
import { isDigits } from '../../shared/fields/number';
import { isRecord } from '../../shared/json';
import { finder } from '../../shared/lookup/find';
import { mdoList } from '../../shared/lookup/mdoList';
import {
	containsText,
	fullName,
	type Ask,
	type Choice,
	type Source,
} from '../../shared/lookup/source';
import { sources } from '../../shared/lookup/sources';
import { LINK_SOURCES, VISIBLE_FOR_SOURCES } from '../../shared/carriers';
import { askInForm, entityOf, knownParameter, zoneInForm } from './ask';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: unknown,
) => Promise<INodeListSearchResult>;

/** Where a person's company may stand: beside it in a group, or among the further fields of a row. */
const COMPANIES = ['&contact', '&additionalFields.contactId'];

/** The number of the company that the form has chosen beside a person, as far as it is known. */
async function chosenCompany(
	context: ILoadOptionsFunctions,
	ask: Ask,
): Promise<number | undefined> {
	for (const parameter of COMPANIES) {
		const chosen = knownParameter(context, parameter);
		const { mode, value } = isRecord(chosen) ? chosen : { mode: 'id', value: chosen };
		const spot = { parameter, label: 'Company' };
		const given = String(value ?? '').trim();
		if (mode === 'name' && given !== '') {
			return await finder(ask, zoneInForm(context))({ source: 'contact', name: given }, spot);
		}
		if (isDigits(given)) return Number(given);
	}
	return undefined;
}

/** Records by their numbers, which also tell those apart that are called the same. */
function byId(choices: Choice[], zone: string): INodeListSearchItems[] {
	const names = choices.map((choice) => fullName(choice, zone));
	const count = countBy(names);
	return choices.map(({ id: value }, index) => {
		const name = names[index];
		return { name: count[name] > 1 ? `${name} (ID ${value})` : name, value };
	});
}

const byName = (choices: Choice[]): INodeListSearchItems[] =>
	choices.map(({ name }) => ({ name, value: name }));

/** Offers a page of what is found. n8n 2 hands the token of the next page back as text, n8n 1 as it was. */
async function search(
	context: ILoadOptionsFunctions,
	source: Source,
	filter: string | undefined,
	token: unknown,
	toItems = byId,
): Promise<INodeListSearchResult> {
	const ask = await askInForm(context);
	const within = source === sources.person ? await chosenCompany(context, ask) : undefined;
	const from = isDigits(token) ? Math.max(0, Number(token)) : 0;
	const { choices, next } = await source.search(ask, filter ?? '', from, within);
	return {
		results: toItems(choices, zoneInForm(context)),
		...(next !== undefined && { paginationToken: String(next) }),
	};
}

/** Offers the records of the kind that another parameter of the row chooses. */
function chosenBy(parameter: string, kinds: Record<string, string>): ListSearch {
	return async function (filter, token) {
		const kind = String(knownParameter(this, `&${parameter}`) ?? '').toLowerCase();
		if (Object.hasOwn(kinds, kind)) return await search(this, sources[kinds[kind]], filter, token);
		const problem =
			kind === ''
				? 'Which records there are to choose from depends on an expression'
				: `There is no list of records for "${kind}"`;
		const description = 'Enter the number of the record by ID.';
		throw new NodeOperationError(this.getNode(), problem, { description });
	};
}

/** Offers custom fields of the form's kind of record by their labels. */
function customFields(offered: (fields: CustomField[]) => CustomField[]): ListSearch {
	return async function (filter = '') {
		const fields = offered(await customFieldsOf(await askInForm(this), entityOf(this).name));
		const results = fields.map(({ key, label }) => ({ name: `${label} (${key})`, value: key }));
		return { results: results.filter(({ name }) => containsText(name, filter)) };
	};
}

/** What the form's locators offer, by the method that their controls name. */
export const listSearch: Record<string, ListSearch> = {
	...Object.fromEntries(
		Object.entries(sources).map(([name, source]): [string, ListSearch] => [
			name,
			async function (filter, token) {
				return await search(this, source, filter, token);
			},
		]),
	),
	linkTarget: chosenBy('entityName', LINK_SOURCES),
	visibleFor: chosenBy('visibility', VISIBLE_FOR_SOURCES),
	matchField: customFields(matchable),
	filterField: customFields(filterable),
	async rejectReason(filter, token) {
		const reasons = mdoList('rejectReason', ['reason', 'reasons']);
		return await search(this, reasons, filter, token, byName);
	},
};
