import groupBy from 'lodash/groupBy';
import map from 'lodash/map';
import omit from 'lodash/omit';
import partition from 'lodash/partition';
import type { IDataObject } from 'n8n-workflow';

import { queryAgent } from '../../../crud/agent';
import type { ItemCall, Operation } from '../../../crud/operation';
import { operationFieldsForm, readOperationFields } from '../../../crud/operationFields';
import type { ErrorNotes } from '../../../crud/record';
import { FieldError } from '../../../shared/fields/fieldKind';
import type { FieldTable } from '../../../shared/fields/table';
import { oneDomain } from '../../../shared/fields/textList';
import { text } from '../../../shared/fields/text';
import type { JsonObject } from '../../../shared/json';
import { METADATA_KEYS } from '../../../shared/metadataKeys';
import { readOptions, type RequestOptions } from '../../../shared/options';
import { optionsForm } from '../../../shared/optionsForm';

const fields = {
	name: { label: 'Name', kind: text, help: 'Name of the company to look for' },
	department: { label: 'Department', kind: text, help: 'Its department, if it has one' },
	domain: { label: 'Domain', kind: oneDomain, help: 'Web domain, such as example.com' },
} satisfies FieldTable;

/** What SuperOffice's rules find; entries of other sources have no number (the agent's DuplicateEntry). */
const fetchDuplicates = async (
	call: ItemCall,
	options: RequestOptions,
	method: string,
	body: JsonObject,
	errorNotes?: ErrorNotes,
): Promise<JsonObject[]> =>
	(await queryAgent(call, options, method, 'list', body, errorNotes)) as JsonObject[];

const byDomain = async (
	call: ItemCall,
	options: RequestOptions,
	Domain: string,
	errorNotes?: ErrorNotes,
) => await fetchDuplicates(call, options, 'GetDomainDuplicates', { Domain }, errorNotes);

/** The companies that SuperOffice's rules find for a domain. */
export async function findByDomain(...asked: Parameters<typeof byDomain>): Promise<number[]> {
	const entries = await byDomain(...asked);
	return entries.map(({ SoPrimaryKey }) => Number(SoPrimaryKey)).filter((id) => id > 0);
}

/** One item for all rules that find the same company. */
function toItem(entries: JsonObject[]): IDataObject {
	const [{ SoPrimaryKey, ...entry }] = entries;
	return {
		ContactId: Number(SoPrimaryKey) || null,
		...omit(entry, METADATA_KEYS),
		RuleName: map(entries, 'RuleName').join(', '),
	};
}

/** The contact agent's GetDuplicates, GetNameDepartmentDuplicates and GetDomainDuplicates. */
export const findDuplicates: Operation = {
	label: 'Find Duplicates',
	action: 'Find duplicates of {record}',
	description: 'Search for companies that SuperOffice considers to be the same',
	properties: [...operationFieldsForm(fields), optionsForm()],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const given = await readOperationFields(call, options, fields, []);
		const [Name, Department] = [given.Name, given.Department].map((one) =>
			String(one ?? '').trim(),
		);
		const [Domain = ''] = (given.Domain ?? []) as string[];
		if (Name === '' && Domain === '') {
			const ref = { parameter: 'name', label: fields.name.label };
			throw new FieldError(ref, 'is empty', 'Give a name or a domain.');
		}
		const [method, body] =
			Department === ''
				? ['GetDuplicates', { Name }]
				: ['GetNameDepartmentDuplicates', { Name, Department }];
		const found = [
			...(Name === '' ? [] : await fetchDuplicates(call, options, method, body)),
			...(Domain === '' ? [] : await byDomain(call, options, Domain)),
		];
		const [own, others] = partition(found, ({ SoPrimaryKey }) => Number(SoPrimaryKey) > 0);
		return [...Object.values(groupBy(own, 'SoPrimaryKey')), ...others.map((one) => [one])].map(
			toItem,
		);
	},
};
