import { boolean } from '../shared/fields/boolean';
import { anyDateTime } from '../shared/fields/dateTime';
import { dictionary } from '../shared/fields/dictionary';
import { integer } from '../shared/fields/number';
import { reference } from '../shared/fields/reference';
import { SYSTEM_GROUP, type FieldRow, type FieldTable } from '../shared/fields/table';

const more = 'additionalFields';

const associate = reference('AssociateId', 'FullName', { method: 'associate' });

/** The property of most records that counts their links to an ERP system. */
export const activeErpLinks = {
	group: SYSTEM_GROUP,
	label: 'Active ERP Links',
	kind: integer,
	help: 'Number of links to an ERP system',
} satisfies FieldRow;

/** What SuperOffice sets of any record, and its older dictionaries of custom fields. */
export const stampFields = {
	createdBy: { group: SYSTEM_GROUP, label: 'Created By', kind: associate, help: 'Who created it' },
	createdDate: {
		group: SYSTEM_GROUP,
		label: 'Created Date',
		kind: anyDateTime,
		help: 'When it was created',
	},
	updatedBy: {
		group: SYSTEM_GROUP,
		label: 'Updated By',
		kind: associate,
		help: 'Who changed it last',
	},
	updatedDate: {
		group: SYSTEM_GROUP,
		label: 'Updated Date',
		kind: anyDateTime,
		help: 'When it was changed last',
	},
	extraFields: {
		group: SYSTEM_GROUP,
		label: 'Extra Fields (Deprecated)',
		kind: dictionary,
		help: 'Extra fields only; SuperOffice recommends Custom Fields instead',
	},
	userDefinedFields: {
		group: SYSTEM_GROUP,
		label: 'User-Defined Fields (Deprecated)',
		kind: dictionary,
		help: 'User-defined fields only; SuperOffice recommends Custom Fields instead',
	},
} satisfies FieldTable;

/** Custom fields as SuperOffice encodes them. */
export const rawCustomFields = {
	customFields: {
		group: more,
		label: 'Custom Fields (Raw)',
		kind: dictionary,
		help: "Custom fields by their keys, in SuperOffice's own encoding: user-defined fields by ProgId, extra fields by x_name",
	},
} satisfies FieldTable;

/** How a record is published. */
export const publishFields = {
	isPublished: {
		group: more,
		label: 'Is Published',
		kind: boolean,
		help: 'Whether the {record} is published, such as to the customer portal',
	},
	publishFrom: {
		group: more,
		label: 'Publish From',
		kind: anyDateTime,
		help: 'Start of the publication',
	},
	publishTo: {
		group: more,
		label: 'Publish To',
		kind: anyDateTime,
		help: 'End of the publication',
	},
	publishEventDate: {
		group: more,
		label: 'Publish Event Date',
		kind: anyDateTime,
		help: 'Date of the published event',
	},
} satisfies FieldTable;
