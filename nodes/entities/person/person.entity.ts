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
import type { EntityDefinition, MatchKey } from '../entity';
import { relatedLists } from '../related';
import { personArchive } from './person.archive';
import { personFields } from './person.fields';
import { personFilters } from './person.filters';
import {
	addEmail,
	moveAfter,
	moveAfterQuery,
	moveToCompany,
	setConsent,
} from './person.operations';

const DELETE_SOURCE: INodeProperties = {
	displayName: 'Delete the Merged Person',
	name: 'deleteSource',
	type: 'boolean',
	default: true,
	description: 'Whether the merged person is deleted; turn off to mark it as a former employee',
};

/** How a person is found by an email address. */
export const BY_EMAIL: MatchKey = {
	label: 'Email Address',
	parameter: 'emails',
	column: 'email/emailAddress',
};

/** SuperOffice's contact persons, which its API calls persons. */
export const person: EntityDefinition = {
	name: 'Person',
	label: 'Contact Person',
	words: { a: 'a contact person', one: 'contact person', many: 'contact persons' },
	id: 'PersonId',
	table: 'person',
	source: 'person',
	archive: personArchive,
	fields: personFields,
	// Consents that are not sent stay: they are withdrawn.
	neverEmpty: ['lastname', 'consents'],
	filters: personFilters,
	keys: {
		email: BY_EMAIL,
		personNumber: { label: 'Number', parameter: 'personNumber', column: 'personNumber' },
	},
	example: { Firstname: 'My', Lastname: 'Contact' },
	simplified: [
		...['personId', 'firstname', 'lastname', 'contact', 'position', 'emails', 'mobilePhones'],
		...['officePhones', 'country', 'retired'],
	],
	defaultOperation: 'create',
	operations: {
		addEmail,
		create,
		delete: { ...deleteOperation, description: 'Move a contact person to the recycle bin' },
		get,
		getAll: getMany,
		getCustomFields,
		getDefaults,
		getRelated: getRelated(pick(relatedLists, ['appointments', 'documents', 'requests', 'sales'])),
		merge: merge({
			switches: [DELETE_SOURCE, FILL_EMPTY],
			fields: moveAfter,
			query: moveAfterQuery,
			description: 'Merge a contact person into another one',
		}),
		moveToCompany,
		restore,
		setConsent,
		setInterests,
		update,
		upsert,
		validate,
	},
};
