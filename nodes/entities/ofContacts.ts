import { containsTerm, isTerm } from '../crud/list/filterTerms';
import { anyDateTime } from '../shared/fields/dateTime';
import { emailAddress } from '../shared/fields/emails';
import { jsonObject } from '../shared/fields/jsonObject';
import { integer } from '../shared/fields/number';
import { SYSTEM_GROUP, type FieldTable } from '../shared/fields/table';
import { text } from '../shared/fields/text';
import { textList } from '../shared/fields/textList';
import { activeErpLinks, stampFields } from './common';
import type { FilterRow } from './entity';

/** What SuperOffice sets of companies and persons alike. */
export const ofContacts = {
	...stampFields,
	activeErpLinks,
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
	utmParameters: {
		group: SYSTEM_GROUP,
		label: 'UTM Parameters',
		kind: jsonObject,
		help: 'Campaign by which it was found; read-only in SuperOffice',
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
