import { byId, byName, useSimulator } from '../../support';
import { useRecords } from './records';
import { auto, testRefusals, type Bad } from './refusals';

const simulator = useSimulator();
const { create, refusal, writes } = useRecords(simulator);

const bad: Bad[] = [
	['nothing at all', 'sale', 'create', {}, /nothing is set.*a sale usually has Heading, Company/],
	[
		'an amount with a currency sign',
		'sale',
		'create',
		{ heading: 'A', amount: '€ 1250' },
		/Amount \(amount\): "€ 1250" is not a number.*1250\.50/,
	],
	[
		'an amount of thousands',
		'sale',
		'create',
		auto,
		/Amount \(Amount\): "1,250" may be a number of thousands/,
		{ Heading: 'A', Amount: '1,250' },
	],
	[
		'an earning that is a switch',
		'sale',
		'create',
		auto,
		/Earning \(Earning\)/,
		{ Heading: 'A', Earning: true },
	],
	[
		'a currency by its sign',
		'sale',
		'create',
		{ heading: 'A', currency: byName('€') },
		/Currency \(currency\): no currency is named "€"/,
	],
	[
		'a stage that was deleted',
		'sale',
		'create',
		{ heading: 'A', rating: byName('Letter of Intent') },
		/no stage is named "Letter of Intent".*There are: Lead \(10%\), .*language/,
	],
	[
		'a stage that is a status',
		'sale',
		'create',
		{ heading: 'A', rating: byName('Sold') },
		/Stage \(rating\): no stage is named "Sold"/,
	],
	[
		'a sale date that is none',
		'sale',
		'create',
		auto,
		/Sale Date \(Saledate\): "28\.11\.2026" is not a possible day.*2026-12-18/,
		{ Heading: 'A', Saledate: '28.11.2026' },
	],
	[
		'a sale date in a week',
		'sale',
		'create',
		{ heading: 'A', saledate: 'next week' },
		/Sale Date \(saledate\): "next week" is not a possible day/,
	],
	[
		'a status that is none',
		'sale',
		'create',
		auto,
		/Status \(Status\): "Won" is not one of its values.*Open, Sold, Lost, Stalled/,
		{ Heading: 'A', Status: 'Won' },
	],
	[
		'a probability above 100',
		'sale',
		'create',
		auto,
		/Probability \(Probability\): 120 is out of range/,
		{ Heading: 'A', Probability: 120 },
	],
	[
		'a person by a name of several companies',
		'sale',
		'create',
		{ heading: 'A', person: byName('Purchasing Manager') },
		/Contact Person \(person\): "Purchasing Manager" is the name of 4 persons/,
	],
	[
		'a person of another company by name',
		'sale',
		'create',
		{ heading: 'A', contact: byId(50), person: byName('Purchasing Manager') },
		/no person of company 50 is named "Purchasing Manager"/,
	],
	[
		'a reason of another list',
		'sale',
		'markSold',
		{ saleId: byId(1), reason: byName('Budget Cut') },
		/Reason \(reason\): no reason is named "Budget Cut"/,
	],
	[
		'a reopen date that is none',
		'sale',
		'markStalled',
		{ saleId: byId(1), reopenDate: '={{ "soon" }}' },
		/Reopen Date \(reopenDate\): "soon" is not a possible day/,
	],
	['no sale', 'sale', 'nextStage', {}, /Sale \(saleId\): no sale is chosen/],
	[
		'a heading of several sales',
		'sale',
		'get',
		{ saleId: byName('No Such Sale') },
		/Sale \(saleId\): no sale is named "No Such Sale"/,
	],
	[
		'a property of another kind',
		'project',
		'create',
		auto,
		/fields that are not properties of a project: Amount/,
		{ Name: 'A', Amount: 1 },
	],
	[
		'a project status by half its name',
		'project',
		'create',
		{ name: 'A', projectStatus: byName('Stop') },
		/Status \(projectStatus\): no project status is named "Stop".*Stopped = ID 4/,
	],
	[
		'members as a text',
		'project',
		'addMembers',
		{ projectId: byId(1), members: '={{ "10" }}' },
		/Members \(members\): is empty/,
	],
	[
		'a project merged into itself',
		'project',
		'merge',
		{ projectId: byId(1), destination: byName('Spring Fair') },
		/Merge Into \(destination\): is the project itself/,
	],
	[
		'an end of a period before its start',
		'project',
		'getAll',
		{ period: 'between', from: '2026-12-02T00:00:00', to: '2026-12-01T00:00:00' },
		/To \(to\): .* is not after From/,
	],
	[
		'a number of no digits to find by',
		'project',
		'upsert',
		{ matchBy: 'projectNumber', matchValue: ' ', name: 'A' },
		/Match Value \(matchValue\): is empty/,
	],
];

/** What only SuperOffice knows. */
const refused: Bad[] = [
	[
		'a person of another company',
		'sale',
		'create',
		{ heading: 'A', contact: byId(2), person: byId(10) },
		/10 is not of contact id 2/,
	],
	[
		'a reopen date of an open sale',
		'sale',
		'update',
		{ saleId: byId(2), reopenDate: '2027-01-01T00:00:00' },
		/ReopenDate is valid for stalled sales only/,
	],
	['a reason that is none', 'sale', 'markLost', { saleId: byId(1), reason: byId(99) }, /99/],
	['a sale that is none', 'sale', 'markSold', { saleId: byId(999_999) }, /999999/],
	['a heading that is too long', 'sale', 'create', { heading: 'x'.repeat(300) }, /Heading/],
	[
		'a project that is none',
		'project',
		'setCompleted',
		{ projectId: byId(99_999) },
		/did not find/,
	],
];

testRefusals({ refusal, writes }, bad, refused);

it('says that a number is taken where the tenant wants each once', async () => {
	simulator().data.numbering.Sale.unique = true;
	await create('sale', { heading: 'A', number: 'SO-1' });
	expect(await refusal('sale', 'create', { heading: 'B', number: 'SO-1' })).toMatch(/SO-1|Number/);
});
