import omit from 'lodash/omit';

import { enumeration, suggestions } from './fields/enumeration';
import { integer } from './fields/number';
import { identifier } from './fields/reference';
import { rowList } from './fields/rows';
import { text } from './fields/text';

/** Where the target of a link is found, by its EntityName; the target of `url` has no name. */
export const LINK_SOURCES: Record<string, string> = {
	appointment: 'appointment',
	contact: 'contact',
	document: 'document',
	person: 'person',
	project: 'project',
	sale: 'sale',
	selection: 'selection',
};

/** Look-up sources of Visible For, by Visibility in lower case. */
export const VISIBLE_FOR_SOURCES: Record<string, string> = {
	associate: 'associate',
	group: 'userGroup',
};

export const links = rowList({
	item: 'link',
	label: 'Link',
	neededKey: 'EntityName',
	resendRow: (row, isNew) => (isNew ? omit(row, 'LinkId') : row),
	columns: [
		{
			name: 'entityName',
			label: 'Record Type',
			help: 'What kind of record the link points to',
			kind: suggestions(
				['appointment', 'contact', 'document', 'person', 'project', 'sale', 'selection', 'url'],
				{ contact: 'Company', url: 'URL' },
			),
			default: 'document',
			wire: 'EntityName',
		},
		{
			name: 'id',
			label: 'Record',
			help: 'The record that the link points to',
			kind: identifier({
				method: 'linkTarget',
				chosenBy: { property: 'EntityName', sources: LINK_SOURCES },
			}),
			wire: 'Id',
			required: true,
		},
		{
			name: 'description',
			label: 'Description',
			help: 'Text shown for the link',
			kind: text,
			wire: 'Description',
			optional: true,
		},
		{
			name: 'extraInfo',
			label: 'Extra Info',
			help: 'Additional information for the link',
			kind: text,
			wire: 'ExtraInfo',
			optional: true,
		},
		{
			name: 'linkId',
			label: 'Link ID',
			help: 'ID of an existing link; leave out for a new one',
			kind: integer,
			wire: 'LinkId',
			optional: true,
		},
	],
});

export const visibleFor = rowList({
	item: 'entry',
	label: 'Entry',
	neededKey: 'Visibility',
	resendRow: (row) => omit(row, 'DisplayValue'),
	columns: [
		{
			name: 'visibility',
			label: 'Visible For',
			help: 'Who may see the {record}',
			kind: enumeration(['All', 'Associate', 'Group'], {
				All: 'Everyone',
				Associate: 'One User',
				Group: 'A User Group',
			}),
			wire: 'Visibility',
		},
		{
			name: 'visibleId',
			label: 'User or Group',
			help: 'The user or group that may see it',
			kind: identifier({
				method: 'visibleFor',
				chosenBy: { property: 'Visibility', sources: VISIBLE_FOR_SOURCES },
			}),
			wire: 'VisibleId',
			required: true,
			when: { visibility: ['Associate', 'Group'] },
		},
		{
			name: 'displayValue',
			label: 'Display Value',
			help: 'Name shown for the entry, set by SuperOffice',
			kind: text,
			wire: 'DisplayValue',
			optional: true,
		},
	],
});
