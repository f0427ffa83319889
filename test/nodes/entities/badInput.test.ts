import { byId, byName, NEXT, runNode, useSimulator } from '../../support';
import { useRecords } from './records';
import { auto, testRefusals, type Bad } from './refusals';

const simulator = useSimulator();
const { refusal, writes } = useRecords(simulator);

const oneRow = (value: string) => ({ entry: [{ value }] });

const bad: Bad[] = [
	[
		'nothing at all',
		'company',
		'create',
		{},
		/nothing is set.*a company usually has Name, Department, Category/,
	],
	[
		'a country that is none',
		'company',
		'create',
		{ name: 'A', country: byName('Norwa') },
		/Country \(country\): no country is named "Norwa".*Norway = ID 578/,
	],
	[
		'a category of a deleted name',
		'company',
		'create',
		{ category: byName('No such') },
		/Category \(category\): no category is named/,
	],
	[
		'a text as an ID',
		'company',
		'create',
		{ business: byId('Nothing of the kind') },
		/Business \(business\): no business is named "Nothing of the kind".*There are: /,
	],
	[
		'two addresses in one text',
		'company',
		'create',
		{ name: 'A', emails: oneRow('a@example.com; b@example.com') },
		/emails\.entry\[0\]\.value\): .* are 2 email addresses.*Give one address/,
	],
	[
		'no address',
		'person',
		'create',
		{ lastname: 'A', emails: oneRow('a at example.com') },
		/Email Address \(emails\.entry\[0\]\.value\): "a at example\.com" is not an email address/,
	],
	[
		'the second of two rows',
		'person',
		'create',
		{ lastname: 'A', emails: { entry: [{ value: 'a@example.com' }, { value: 'b@' }] } },
		/emails\.entry\[1\]\.value\)/,
	],
	[
		'an interest of another list',
		'person',
		'create',
		{ lastname: 'A', interests: '={{ "Large Customer" }}' },
		/Interests \(additionalFields\.interests\): no interest is named "Large Customer"/,
	],
	[
		'an interest that is no number',
		'company',
		'create',
		{ name: 'A', interests: '={{ [1.5] }}' },
		/Interests .*: 1\.5 is not a whole number/,
	],
	[
		'an address that is a text',
		'company',
		'create',
		auto,
		/Address \(Address\): "Kaigaten 1" is not JSON/,
		{ Name: 'A', Address: 'Kaigaten 1' },
	],
	[
		'a list of addresses in place of rows',
		'company',
		'create',
		auto,
		/Emails/,
		{ Name: 'A', Emails: { a: 1 } },
	],
	[
		'a birth date that is none',
		'person',
		'create',
		auto,
		/Birth Date \(BirthDate\): "31\.12\.1980" is not a possible date/,
		{ Lastname: 'A', BirthDate: '31.12.1980' },
	],
	[
		'a birth date in milliseconds of a second',
		'person',
		'create',
		auto,
		/Birth Date \(BirthDate\): 345600 is not a possible date/,
		{ Lastname: 'A', BirthDate: 345600 },
	],
	[
		'a company that there is twice',
		'person',
		'create',
		{ lastname: 'A', contact: byName('Nordlys Handel') },
		/Company \(contact\): "Nordlys Handel" is the name of 4 companies/,
	],
	[
		'a company in the recycle bin by name',
		'person',
		'create',
		{ lastname: 'A', contact: byName('Company 00200 AS') },
		/Company \(contact\): no company is named "Company 00200 AS"/,
	],
	[
		'an unknown field',
		'person',
		'create',
		auto,
		/fields that are not properties of a contact person: Surname/,
		{ Lastname: 'A', Surname: 'B' },
	],
	[
		'one property twice',
		'person',
		'create',
		auto,
		/the item also has "lastname"/,
		{ Lastname: 'A', lastname: 'B' },
	],
	[
		'the number of another record',
		'company',
		'update',
		{ contactId: byId(1), ...auto },
		/ContactId is 2, but the company to change is 1/,
		{ ContactId: 2, Name: 'A' },
	],
	['no record', 'person', 'get', {}, /Contact Person \(personId\): no contact person is chosen/],
	[
		'a name of several records',
		'company',
		'get',
		{ contactId: byName('Nordlys Handel') },
		/Company \(contactId\): "Nordlys Handel" is the name of 4 companies/,
	],
	[
		'a value that is set and cleared',
		'company',
		'update',
		{ contactId: byId(1), orgNr: '1', clear: ['orgNr'] },
		/Organization Number \(orgNr\) is set and cleared/,
	],
	['nothing to change', 'person', 'update', { personId: byId(10) }, /there is nothing to update/],
	[
		'JSON that is a list',
		'company',
		'create',
		{ specifyBody: 'json', jsonBody: '[]' },
		/JSON Body \(jsonBody\): .* is not a JSON object/,
	],
	[
		'a property that the archive lacks',
		'company',
		'getAll',
		{ output: 'selected', select: ['Emails'] },
		/lists of companies do not have Emails/,
	],
	[
		'a custom field of another kind',
		'person',
		'getAll',
		{ filters: { customFields: [{ field: 'Customer Key', operator: 'equals', value: '1' }] } },
		/Customer Key/,
	],
	[
		'a consent without a purpose',
		'person',
		'setConsent',
		{ personId: byId(10), purpose: '={{ "" }}' },
		/Purpose \(purpose\): is empty/,
	],
	[
		'a day that is none',
		'person',
		'moveToCompany',
		{ personId: byId(10), contact: byId(2), moveAfterDate: 'soon' },
		/Move Activities After \(moveAfterDate\): "soon" is not a possible date/,
	],
];

/** What only SuperOffice knows. */
const refused: Bad[] = [
	[
		'a company in the recycle bin by ID',
		'person',
		'create',
		{ lastname: 'A', contact: byId(200) },
		/200/,
	],
	[
		'a category of a person with a company',
		'person',
		'update',
		{ personId: byId(10), category: byId(3) },
		/Category/,
	],
	['an interest that there is not', 'company', 'create', { name: 'A', interests: [99] }, /99/],
	['a name that is too long', 'company', 'create', { name: 'x'.repeat(300) }, /Name/],
	[
		'a record that there is not',
		'person',
		'update',
		{ personId: byId(999_999), title: 'A' },
		/did not find/,
	],
];

testRefusals({ refusal, writes }, bad, refused);

it('names the item, and goes on with the others', async () => {
	const items = [{ mail: 'a@example.com' }, { mail: 'a@b, c@d' }, { mail: 'c@example.com' }];
	const parameters = {
		resource: 'person',
		operation: 'create',
		lastname: 'A',
		emails: oneRow('={{ $json.mail }}'),
	};
	const stopped = await runNode(simulator(), parameters, { items });
	expect(stopped.error?.context).toMatchObject({ itemIndex: 1 });
	const { itemsOf } = await runNode(simulator(), parameters, {
		items,
		onError: 'continueRegularOutput',
	});
	const out = itemsOf(NEXT).map(({ json }) => [Boolean(json.PersonId), json.error !== undefined]);
	expect(out).toEqual([
		[true, false],
		[false, true],
		[true, false],
	]);
});
