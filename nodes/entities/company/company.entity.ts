import type { INodeProperties } from 'n8n-workflow';
import pick from 'lodash/pick';

import { create } from '../../crud/create';
import { deleteOperation } from '../../crud/delete';
import { get } from '../../crud/get';
import { getCustomFields } from '../../crud/getCustomFields';
import { getDefaults } from '../../crud/getDefaults';
import { getMany } from '../../crud/getMany';
import { getRelated } from '../../crud/getRelated';
import { FILL_EMPTY, merge } from '../../crud/merge';
import { restore } from '../../crud/restore';
import { setInterests } from '../../crud/setInterests';
import { update } from '../../crud/update';
import { upsert } from '../../crud/upsert';
import { validate } from '../../crud/validate';
import type { EntityDefinition } from '../entity';
import { relatedLists } from '../related';
import { companyArchive } from './company.archive';
import { companyFields } from './company.fields';
import { companyFilters } from './company.filters';
import { findByDomain, findCompanyDuplicates } from './operations/findDuplicates';

const MERGE_PERSONS: INodeProperties = {
	displayName: 'Merge Identical Persons',
	name: 'mergeIdenticalPersons',
	type: 'boolean',
	default: true,
	description: 'Whether contact persons of the same name in both companies become one',
};

/** SuperOffice's companies, which its API calls contacts. */
export const company: EntityDefinition = {
	name: 'Contact',
	label: 'Company',
	words: { a: 'a company', one: 'company', many: 'companies' },
	id: 'ContactId',
	table: 'contact',
	source: 'contact',
	archive: companyArchive,
	fields: companyFields,
	neverEmpty: ['name'],
	filters: companyFilters,
	keys: {
		orgNr: { label: 'Organization Number', parameter: 'orgNr', column: 'orgnr' },
		number2: { label: 'Number', parameter: 'number2', column: 'number' },
		number1: { label: 'Code', parameter: 'number1', column: 'code' },
		name: {
			label: 'Name',
			parameter: 'name',
			column: 'name',
			beside: {
				parameter: 'department',
				column: 'department',
				help: 'Department of the company; leave empty to match any',
			},
		},
		domain: { label: 'Domain', parameter: 'domains', candidates: findByDomain },
	},
	example: { Name: 'My company' },
	simplified: [
		...['contactId', 'name', 'department', 'category', 'business', 'country', 'associate'],
		...['orgNr', 'emails', 'phones'],
	],
	defaultOperation: 'create',
	operations: {
		create,
		delete: {
			...deleteOperation,
			description: 'Move a company and its persons to the recycle bin',
		},
		findDuplicates: findCompanyDuplicates,
		get,
		getAll: getMany,
		getCustomFields,
		getDefaults,
		getRelated: getRelated(
			pick(relatedLists, ['persons', 'appointments', 'documents', 'projects', 'requests', 'sales']),
		),
		merge: merge({
			switches: [MERGE_PERSONS, FILL_EMPTY],
			description: 'Merge a company into another one; the first one disappears for good',
		}),
		restore,
		setInterests,
		update,
		upsert,
		validate,
	},
};
