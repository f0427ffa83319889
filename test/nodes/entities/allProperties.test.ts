import type { ContactEntity, PersonEntity } from '@superoffice/webapi';
import mapValues from 'lodash/mapValues';
import omit from 'lodash/omit';

import {
	companyFields,
	type CompanyParameter,
} from '../../../nodes/entities/company/company.fields';
import { personFields, type PersonParameter } from '../../../nodes/entities/person/person.fields';
import { SYSTEM_GROUP, wireName, type FieldTable } from '../../../nodes/shared/fields/table';
import { isRecord, type JsonObject } from '../../../nodes/shared/json';
import { Contract, hasOpenApi } from '../../contract/openapi';
import { companyCases, personCases, type RecordCase } from '../../recordCases';
import { NEXT, runNode, sentBody, useSimulator } from '../../support';

interface Kind {
	resource: string;
	entity: string;
	fields: FieldTable;
	cases: Record<string, RecordCase>;
	/** Properties that exclude others, such as those of persons without a company. */
	alone: string[];
}

const kinds: Kind[] = [
	{
		resource: 'company',
		entity: 'Contact',
		fields: companyFields,
		cases: companyCases,
		alone: ['userDefinedFields', 'extraFields'],
	},
	{
		resource: 'person',
		entity: 'Person',
		fields: personFields,
		cases: personCases,
		alone: ['category', 'business', 'associate', 'userDefinedFields', 'extraFields'],
	},
];

/** What a save stamps, at any depth. */
const STAMPS = [
	...['UpdatedDate', 'UpdatedBy', 'LastChanged', 'Updated', 'UpdatedAssociateId', 'Registered'],
	'ConsentPersonId',
];

function withoutStamps(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutStamps);
	return isRecord(value) ? mapValues(omit(value, STAMPS), withoutStamps) : value;
}

const simulator = useSimulator();

it('has every property of the official client (a type test)', () => {
	type Right = 'tableRight' | 'fieldProperties';
	type Company = Exclude<keyof ContactEntity, Right>;
	type Person = Exclude<keyof PersonEntity, Right>;
	const missing: Record<Exclude<Company, CompanyParameter>, never> = {};
	const unknown: Record<Exclude<CompanyParameter, Company>, never> = {};
	const missingOfPerson: Record<Exclude<Person, PersonParameter>, never> = {};
	const unknownOfPerson: Record<Exclude<PersonParameter, Person>, never> = {};
	expect({ ...missing, ...unknown, ...missingOfPerson, ...unknownOfPerson }).toEqual({});
	expect([Object.keys(companyFields).length, Object.keys(personFields).length]).toEqual([45, 67]);
});

describe.each(kinds)(
	'all properties of $resource',
	({ resource, entity, fields, cases, alone }) => {
		const names = Object.keys(fields);
		const together = names.filter((name) => !alone.includes(name));
		const wires = Object.fromEntries(together.map((name) => [wireName(name), cases[name].wire]));
		const complaints = (body: object) => {
			if (!hasOpenApi) return [];
			const contract = new Contract(`rest/Swagger-v1-${entity}.json`);
			const request = { query: {}, headers: {}, body };
			return contract.requestComplaints('POST', `/api/v1/${entity}`, request);
		};

		it.each(names)('sends %s alone from the form', async (name) => {
			const { enter, wire } = cases[name];
			const parameters = { resource, operation: 'create', [name]: enter };
			const result = await runNode(simulator(), parameters);
			expect(result.error?.message).toBeUndefined();
			expect(sentBody(simulator(), entity)).toEqual({ [wireName(name)]: wire });
			expect(complaints({ [wireName(name)]: wire })).toEqual([]);
		});

		it('sends all of them together from the form', async () => {
			const entered = Object.fromEntries(together.map((name) => [name, cases[name].enter]));
			const result = await runNode(simulator(), { resource, operation: 'create', ...entered });
			expect(result.error?.message).toBeUndefined();
			expect(sentBody(simulator(), entity)).toEqual(wires);
			expect(complaints(wires)).toEqual([]);
		});

		it('sends all of them together from an item, by their names', async () => {
			const item = Object.fromEntries(
				together.map((name) => [wireName(name), cases[name].item ?? cases[name].enter]),
			);
			const parameters = { resource, operation: 'create', specifyBody: 'autoMap' };
			const result = await runNode(simulator(), parameters, { items: [item as never] });
			expect(result.error?.message).toBeUndefined();
			expect(sentBody(simulator(), entity)).toEqual(wires);
		});

		it('sends all of them together as JSON', async () => {
			const jsonBody = JSON.stringify(wires);
			const parameters = { resource, operation: 'create', specifyBody: 'json', jsonBody };
			const result = await runNode(simulator(), parameters);
			expect(result.error?.message).toBeUndefined();
			expect(sentBody(simulator(), entity)).toEqual(wires);
		});

		it.each(['raw', 'simplified', 'selected'])(
			'goes back in as it comes out, %s',
			async (output) => {
				const own = together.filter((name) => fields[name].group !== SYSTEM_GROUP);
				const entered = Object.fromEntries(own.map((name) => [name, cases[name].enter]));
				const made = await runNode(simulator(), { resource, operation: 'create', ...entered });
				const id = Number(made.itemsOf(NEXT)[0].json[`${entity}Id`]);
				const key = resource === 'company' ? 'contactId' : 'personId';
				const target = { [key]: { __rl: true, mode: 'id', value: id } };
				const select = own.map(wireName);
				const shown = output === 'selected' ? { output, select } : { output };
				const got = await runNode(simulator(), { resource, operation: 'get', ...target, ...shown });
				expect(got.error?.message).toBeUndefined();
				const items = got.itemsOf(NEXT).map(({ json }) => json);
				const stored = async () => {
					const get = { resource, operation: 'get', ...target, acceptLanguage: 'en' };
					const { itemsOf } = await runNode(simulator(), get);
					return withoutStamps(itemsOf(NEXT)[0].json) as JsonObject;
				};
				const before = await stored();
				const specifyBody = 'autoMap';
				const update = { resource, operation: 'update', ...target, specifyBody };
				const updated = await runNode(simulator(), update, { items });
				expect(updated.error?.message).toBeUndefined();
				expect(await stored()).toEqual(before);
				const copied = await runNode(
					simulator(),
					{ resource, operation: 'create', specifyBody, acceptLanguage: 'en' },
					{ items },
				);
				expect(copied.error?.message).toBeUndefined();
				const [copy] = copied.itemsOf(NEXT).map(({ json }) => withoutStamps(json) as JsonObject);
				const same = output === 'simplified' ? ['Emails', 'Country'] : select;
				for (const name of same) expect([name, copy[name]]).toEqual([name, before[name]]);
			},
		);
	},
);
