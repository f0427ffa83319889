import { containsTerm, isTerm } from '../crud/list/filterTerms';
import { anyDateTime } from '../shared/fields/dateTime';
import { dictionary } from '../shared/fields/dictionary';
import { emailAddress } from '../shared/fields/emails';
import { jsonObject } from '../shared/fields/jsonObject';
import { integer } from '../shared/fields/number';
import { reference } from '../shared/fields/reference';
import { SYSTEM_GROUP, type FieldTable } from '../shared/fields/table';
import { text } from '../shared/fields/text';
import { textList } from '../shared/fields/textList';
import type { FilterRow } from './entity';

const associate = reference('AssociateId', 'FullName', { method: 'associate' });

/** What SuperOffice sets of companies and persons alike, and its older dictionaries of custom fields. */
export const ofContacts = {
	activeErpLinks: {
		group: SYSTEM_GROUP,
		label: 'Active ERP Links',
		kind: integer,
		help: 'Number of links to an ERP system',
	},
	activeInterests: {
		group: SYSTEM_GROUP,
		label: 'Active Interests',
		kind: integer,
		help: 'Number of interests',
	},
	activeStatusMonitorId: {
		group: SYSTEM_GROUP,
		label: 'Active Status Monitor ID',
		kind: integer,
		help: 'ID of the status monitor that is shown',
	},
	bounceEmails: {
		group: SYSTEM_GROUP,
		label: 'Bounce Emails',
		kind: textList('Address'),
		help: 'Email addresses that could not be reached',
	},
	createdBy: { group: SYSTEM_GROUP, label: 'Created By', kind: associate, help: 'Who created it' },
	createdDate: {
		group: SYSTEM_GROUP,
		label: 'Created Date',
		kind: anyDateTime,
		help: 'When it was created',
	},
	dbiAgentId: {
		group: SYSTEM_GROUP,
		label: 'DBI Agent ID',
		kind: integer,
		help: 'ID of the integration that it comes from',
	},
	dbiKey: {
		group: SYSTEM_GROUP,
		label: 'DBI Key',
		kind: text,
		help: 'Its key in that integration',
	},
	dbiLastModified: {
		group: SYSTEM_GROUP,
		label: 'DBI Last Modified',
		kind: anyDateTime,
		help: 'When that integration changed it last',
	},
	dbiLastSyncronized: {
		group: SYSTEM_GROUP,
		label: 'DBI Last Synchronized',
		kind: anyDateTime,
		help: 'When it was synchronized last',
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
	utmParameters: {
		group: SYSTEM_GROUP,
		label: 'UTM Parameters',
		kind: jsonObject,
		help: 'Campaign by which it was found; read-only in SuperOffice',
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

/** The filters by email address and phone number. */
export const byContactPoint = {
	email: {
		label: 'Email Address',
		kind: emailAddress,
		help: 'One of the email addresses, in any case',
		condition: isTerm('email/emailAddress'),
	},
	phone: {
		label: 'Phone Contains',
		kind: text,
		help: 'A phone number as SuperOffice shows it, or a part of it',
		condition: containsTerm('phone/formattedNumber'),
	},
} satisfies Record<string, FilterRow>;
