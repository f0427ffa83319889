import { valuesOf } from '../records/elements';
import { nameDepartment, type Carrier, type ContactSeed } from '../tenant/carriers';
import type { Data } from '../tenant/data';

/** A company that may be the same. The names of the rules are documented nowhere: a guess. */
const entry = (seed: ContactSeed, RuleName: string): Carrier => ({
	RuleName,
	SoPrimaryKey: seed.id,
	EntryName: nameDepartment(seed),
	EntryIdentifier: String(seed.id),
	RuleDisplayName: RuleName,
	TableRight: null,
	FieldProperties: {},
});

const inUse = ({ contacts }: Data) => [...contacts.after()].filter(({ deleted }) => !deleted);

const folded = (text: string) => text.trim().toLowerCase();

/** Companies of the same name, and department if one is given: how names are compared is a guess. */
export function nameDuplicates(data: Data, name: string, department: string): Carrier[] {
	const wanted = [folded(name), folded(department)];
	return inUse(data)
		.filter((seed) => folded(seed.name) === wanted[0])
		.filter((seed) => wanted[1] === '' || folded(seed.department) === wanted[1])
		.map((seed) => entry(seed, 'NameDepartment'));
}

/** The domains that a company's entity has, names of its e-mail and web addresses too. */
function domainsOf({ Domains, Emails, Urls }: Carrier): string[] {
	const own = Array.isArray(Domains) ? Domains.map(String) : [];
	const mails = valuesOf(Emails).map((address) => address.split('@')[1] ?? '');
	const pages = valuesOf(Urls).map((url) => url.replace(/^\w+:\/\//, '').split('/')[0]);
	return [...own, ...mails, ...pages].map((domain) => folded(domain).replace(/^www\./, ''));
}

/** Companies of the same domain; those that nobody has written have none. */
export function domainDuplicates(data: Data, domain: string): Carrier[] {
	const wanted = folded(domain).replace(/^www\./, '');
	return inUse(data)
		.filter(({ id }) => {
			const written = data.written.Contact.get(id);
			return written !== undefined && domainsOf(written).includes(wanted);
		})
		.map((seed) => entry(seed, 'Domain'));
}
