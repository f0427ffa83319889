import type { Carrier, ContactSeed } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import { notFound } from '../engine/failures';
import { inEnglish } from '../engine/languages';
import { CATEGORIES, nameOf } from '../lists/items';

const NEVER = '0001-01-01T00:00:00';

/** What no company of the tenant has. */
const NOTHING: Carrier = {
	...{ Emails: [], Interests: [], Urls: [], Phones: [], Faxes: [], BounceEmails: [], Domains: [] },
	...{ UpdatedBy: null, Business: null, Country: null, SupportAssociate: null, Address: null },
	...{ TicketPriority: null, CustomerLanguage: null, SupportPerson: null, UtmParameters: null },
	...{ OrgNr: '', Number2: '', Description: '', Kananame: '', DbiKey: '' },
	...{ ActiveInterests: 0, GroupId: 0, ActiveStatusMonitorId: 0, DbiAgentId: 0, Source: 0 },
	...{ UpdatedDate: NEVER, CreatedDate: NEVER, DbiLastSyncronized: NEVER, DbiLastModified: NEVER },
	...{ UserDefinedFields: {}, ExtraFields: {}, CustomFields: {}, FieldProperties: {} },
	...{ NoMailing: false, ActiveErpLinks: 0 },
};

function category({ category: id }: ContactSeed): Carrier {
	const rights = { TableRight: null, FieldProperties: {} };
	return { Id: id, Value: inEnglish(nameOf(CATEGORIES, id)), Tooltip: '', ...rights };
}

/**
 * The entity of GET /Contact/{id}. Deleted companies come out too: a guess.
 * @throws Failure for a company that is not there
 */
export function contactEntity(data: Data, id: number, root: string): Carrier {
	const seed = data.contacts.seeds.get(id);
	if (!seed) throw notFound(`Contact id ${id}`);
	const owner = data.associates.get(SESSION_USER) ?? null;
	const persons = [...data.persons.seeds.values()].filter(({ contactId }) => contactId === id);
	return {
		...NOTHING,
		ContactId: id,
		Name: seed.name,
		Department: seed.department,
		Number1: `C${id}`,
		Associate: owner,
		CreatedBy: owner,
		Category: category(seed),
		Persons: persons.map((person) => data.persons.get(person.id) ?? null),
		Xstop: seed.stop,
		Deleted: seed.deleted ? 1 : 0,
		TableRight: { Mask: 'Select, Update, Insert, Delete', Reason: '' },
		_Links: { Self: `${root}/api/v1/Contact/${id}`, Archive: `${root}/api/v1/Contact` },
	};
}
