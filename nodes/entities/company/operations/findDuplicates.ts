import {
	fetchDuplicates,
	findDuplicates,
	type DuplicateSearch,
} from '../../../crud/findDuplicates';
import type { ItemCall } from '../../../crud/operation';
import type { ErrorNotes } from '../../../crud/record';
import { FieldError } from '../../../shared/fields/fieldKind';
import type { FieldTable } from '../../../shared/fields/table';
import { oneDomain } from '../../../shared/fields/textList';
import { text } from '../../../shared/fields/text';
import type { RequestOptions } from '../../../shared/options';

const fields = {
	name: { label: 'Name', kind: text, help: 'Name of the company to look for' },
	department: { label: 'Department', kind: text, help: 'Its department, if it has one' },
	domain: { label: 'Domain', kind: oneDomain, help: 'Web domain, such as example.com' },
} satisfies FieldTable;

const byDomain = (Domain: string) => ({ method: 'GetDomainDuplicates', body: { Domain } });

const byName = (Name: string, Department: string): DuplicateSearch =>
	Department === ''
		? { method: 'GetDuplicates', body: { Name } }
		: { method: 'GetNameDepartmentDuplicates', body: { Name, Department } };

/** The companies that SuperOffice's rules find for a domain. */
export async function findByDomain(
	call: ItemCall,
	options: RequestOptions,
	domain: string,
	errorNotes?: ErrorNotes,
): Promise<number[]> {
	const entries = await fetchDuplicates(call, options, byDomain(domain), errorNotes);
	return entries.map(({ SoPrimaryKey }) => Number(SoPrimaryKey)).filter((id) => id > 0);
}

/** The contact agent's searches by name, by name and department, and by domain. */
export const findCompanyDuplicates = findDuplicates(fields, [], (given) => {
	const [name, department] = [given.Name, given.Department].map((one) => String(one ?? '').trim());
	const [domain = ''] = (given.Domain ?? []) as string[];
	if (name === '' && domain === '') {
		const ref = { parameter: 'name', label: fields.name.label };
		throw new FieldError(ref, 'is empty', 'Give a name or a domain.');
	}
	return [
		...(name === '' ? [] : [byName(name, department)]),
		...(domain === '' ? [] : [byDomain(domain)]),
	];
});
