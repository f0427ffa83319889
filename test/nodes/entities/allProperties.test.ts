import type {
	ContactEntity,
	DocumentEntity,
	PersonEntity,
	ProjectEntity,
	SaleEntity,
	TicketEntity,
} from '@superoffice/webapi';
import lowerFirst from 'lodash/lowerFirst';
import mapValues from 'lodash/mapValues';
import omit from 'lodash/omit';
import without from 'lodash/without';

import {
	companyFields,
	type CompanyParameter,
} from '../../../nodes/entities/company/company.fields';
import {
	documentFields,
	type DocumentParameter,
} from '../../../nodes/entities/document/document.fields';
import { personFields, type PersonParameter } from '../../../nodes/entities/person/person.fields';
import {
	projectFields,
	type ProjectParameter,
} from '../../../nodes/entities/project/project.fields';
import {
	requestFields,
	type RequestParameter,
} from '../../../nodes/entities/request/request.fields';
import { saleFields, type SaleParameter } from '../../../nodes/entities/sale/sale.fields';
import { SYSTEM_GROUP, wireName, type FieldTable } from '../../../nodes/shared/fields/table';
import { isRecord, type JsonObject } from '../../../nodes/shared/json';
import { Contract, hasOpenApi } from '../../contract/openapi';
import { companyCases, personCases, type RecordCase } from '../../recordCases';
import { documentCases, requestCases } from '../../serviceCases';
import { projectCases, saleCases } from '../../workCases';
import { NEXT, runNode, sentBody, useSimulator, type Run } from '../../support';

interface Kind {
	resource: string;
	entity: string;
	fields: FieldTable;
	cases: Record<string, RecordCase>;
	/** Properties that exclude others, such as those of persons without a company. */
	alone: string[];
	/** Properties that SuperOffice takes beside another one alone. */
	beside?: Record<string, string>;
	/** Properties that a copy by simplified output has, too. */
	copied: string[];
	/** The operation that makes one, with the file that it needs. */
	create?: { operation: string; files: Run['files']; implied: JsonObject };
}

const kinds: Kind[] = [
	{
		resource: 'company',
		entity: 'Contact',
		fields: companyFields,
		cases: companyCases,
		alone: ['userDefinedFields', 'extraFields'],
		copied: ['Emails', 'Country'],
	},
	{
		resource: 'person',
		entity: 'Person',
		fields: personFields,
		cases: personCases,
		alone: ['category', 'business', 'associate', 'userDefinedFields', 'extraFields'],
		copied: ['Emails', 'Country'],
	},
	{
		resource: 'sale',
		entity: 'Sale',
		fields: saleFields,
		cases: saleCases,
		alone: ['userDefinedFields', 'extraFields'],
		beside: { person: 'contact', reopenDate: 'status' },
		copied: ['Heading', 'Amount', 'Currency', 'Rating', 'Saledate', 'Status'],
	},
	{
		resource: 'project',
		entity: 'Project',
		fields: projectFields,
		cases: projectCases,
		alone: ['userDefinedFields', 'extraFields'],
		copied: ['Name', 'ProjectType', 'ProjectStatus', 'EndDate', 'Completed'],
	},
	{
		resource: 'request',
		entity: 'Ticket',
		fields: requestFields,
		cases: requestCases,
		alone: ['extraFields'],
		copied: ['Title', 'Category', 'Status', 'Priority', 'OwnedBy', 'Person', 'Deadline'],
	},
	{
		resource: 'document',
		entity: 'Document',
		fields: documentFields,
		cases: documentCases,
		alone: ['userDefinedFields', 'extraFields'],
		beside: { person: 'contact' },
		copied: ['Header', 'DocumentTemplate', 'Contact', 'Person', 'Sale', 'Project', 'Date'],
		create: {
			operation: 'upload',
			files: [{ data: { name: 'Vertrag Süd.docx', content: 'Contract' } }],
			implied: {
				Name: 'Vertrag Süd.docx',
				Header: 'Vertrag Süd',
				DocumentTemplate: { DocumentTemplateId: 1 },
			},
		},
	},
];

/** What a save stamps, at any depth. */
const STAMPS = [
	...['UpdatedDate', 'UpdatedBy', 'LastChanged', 'Updated', 'UpdatedAssociateId', 'Registered'],
	'ConsentPersonId',
	// Of requests, those that come with each message or read.
	...['ReadByOwner', 'FirstReadByOwner', 'FirstReadByUser', 'ReadStatus'],
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
	type Sale = Exclude<keyof SaleEntity, Right>;
	type Project = Exclude<keyof ProjectEntity, Right>;
	type Ticket = Exclude<keyof TicketEntity, Right>;
	type Document = Exclude<keyof DocumentEntity, Right>;
	/** What only one of two has. */
	type Different<One, Other> = Exclude<One | Other, One & Other>;
	const different: [
		Record<Different<Company, CompanyParameter>, never>,
		Record<Different<Person, PersonParameter>, never>,
		Record<Different<Sale, SaleParameter>, never>,
		Record<Different<Project, ProjectParameter>, never>,
		Record<Different<Ticket, RequestParameter>, never>,
		Record<Different<Document, DocumentParameter>, never>,
	] = [{}, {}, {}, {}, {}, {}];
	expect(different).toEqual([{}, {}, {}, {}, {}, {}]);
	expect(kinds.map(({ fields }) => Object.keys(fields).length)).toEqual([45, 67, 44, 33, 58, 34]);
});

describe.each(kinds)(
	'all properties of $resource',
	({ resource, entity, fields, cases, alone, beside = {}, copied: ofCopy, create }) => {
		const { operation = 'create', files, implied = {} } = create ?? {};
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
			const sent = name in beside ? [beside[name], name] : [name];
			const entered = Object.fromEntries(sent.map((one) => [one, cases[one].enter]));
			const body = Object.fromEntries(sent.map((one) => [wireName(one), cases[one].wire]));
			const result = await runNode(simulator(), { resource, operation, ...entered }, { files });
			expect(result.error?.message).toBeUndefined();
			expect(sentBody(simulator(), entity)).toEqual({ ...implied, ...body });
			expect(complaints({ ...implied, ...body })).toEqual([]);
		});

		it('sends all of them together from the form', async () => {
			const entered = Object.fromEntries(together.map((name) => [name, cases[name].enter]));
			const result = await runNode(simulator(), { resource, operation, ...entered }, { files });
			expect(result.error?.message).toBeUndefined();
			expect(sentBody(simulator(), entity)).toEqual(wires);
			expect(complaints(wires)).toEqual([]);
		});

		it('sends all of them together from an item, by their names', async () => {
			const item = Object.fromEntries(
				together.map((name) => [wireName(name), cases[name].item ?? cases[name].enter]),
			);
			const parameters = { resource, operation, specifyBody: 'autoMap' };
			const result = await runNode(simulator(), parameters, { items: [item as never], files });
			expect(result.error?.message).toBeUndefined();
			expect(sentBody(simulator(), entity)).toEqual(wires);
		});

		it('sends all of them together as JSON', async () => {
			const jsonBody = JSON.stringify(wires);
			const parameters = { resource, operation, specifyBody: 'json', jsonBody };
			const result = await runNode(simulator(), parameters, { files });
			expect(result.error?.message).toBeUndefined();
			expect(sentBody(simulator(), entity)).toEqual(wires);
		});

		it.each(['raw', 'simplified', 'selected'])(
			'goes back in as it comes out, %s',
			async (output) => {
				const own = together.filter((name) => fields[name].group !== SYSTEM_GROUP);
				const entered = Object.fromEntries(own.map((name) => [name, cases[name].enter]));
				const made = await runNode(simulator(), { resource, operation, ...entered }, { files });
				const id = Number(made.itemsOf(NEXT)[0].json[`${entity}Id`]);
				const target = { [lowerFirst(`${entity}Id`)]: { __rl: true, mode: 'id', value: id } };
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
					{ resource, operation, specifyBody, acceptLanguage: 'en' },
					{ items, files },
				);
				expect(copied.error?.message).toBeUndefined();
				const [copy] = copied.itemsOf(NEXT).map(({ json }) => withoutStamps(json) as JsonObject);
				// No two files have the same name.
				const all = create ? without(select, 'Name') : select;
				const same = output === 'simplified' ? ofCopy : all;
				for (const name of same) expect([name, copy[name]]).toEqual([name, before[name]]);
			},
		);
	},
);
