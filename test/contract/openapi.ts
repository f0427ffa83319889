/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads files for the tests, never part of the package */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import Ajv, { type ValidateFunction } from 'ajv';

/**
 * SuperOffice's own OpenAPI (Swagger 2.0) files: github.com/SuperOfficeDocs/docs, folder
 * api-sources/openapi, with `rest` and `agent` below. Not part of this repository; jest.config.js
 * says where they are looked for, and when they are not there.
 */
const openApiFolder = process.env.SUPEROFFICE_OPENAPI_DIR ?? '';

export const hasOpenApi = existsSync(openApiFolder);

interface Schema {
	$ref?: string;
	type?: string | string[];
	format?: string;
	enum?: unknown[];
	properties?: Record<string, Schema>;
	items?: Schema;
	additionalProperties?: Schema;
	anyOf?: Schema[];
}

interface Parameter {
	name: string;
	in: 'query' | 'header' | 'body' | 'path';
	schema?: Schema;
}

interface Operation {
	parameters?: Parameter[];
	responses: Record<string, { schema?: Schema }>;
}

interface Swagger {
	paths: Record<string, Record<string, Operation>>;
	definitions: Record<string, Schema>;
}

/** Flags enums go over the wire as comma lists (the official client's fixture of a recurrence). */
const FLAGS = ['Weekdays', 'Weekday'];

/** .NET's `object`, such as a column's value in an archive: numbers and texts too. */
const isAnything = ({ type, properties, additionalProperties }: Schema) =>
	type === 'object' && !properties && !additionalProperties;

/**
 * Loosens a schema by what the official files get wrong: every property may be null (their own
 * client's fixtures are), flags are lists, and dates come without a zone too.
 */
function loosen(schema: Schema, name = ''): Schema {
	if (schema.$ref) return { anyOf: [{ $ref: schema.$ref }, { type: 'null' }] };
	if (isAnything(schema)) return {};
	const { ...loose }: Schema = schema;
	delete loose.format;
	if (loose.enum) {
		if (FLAGS.includes(name)) delete loose.enum;
		else loose.enum = [...loose.enum, null];
	}
	if (typeof loose.type === 'string') loose.type = [loose.type, 'null'];
	if (loose.items) loose.items = loosen(loose.items);
	if (loose.additionalProperties) loose.additionalProperties = loosen(loose.additionalProperties);
	if (loose.properties) loose.properties = looseProperties(loose.properties);
	return loose;
}

const looseProperties = (properties: Record<string, Schema>) =>
	Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, loosen(one, name)]));

/** A schema of an operation, whose references are to the contract's definitions. */
function withinContract(schema: Schema): Schema {
	const { $ref, items, additionalProperties } = schema;
	if ($ref) return { $ref: $ref.replace('#/', 'contract#/') };
	return {
		...schema,
		...(items && { items: withinContract(items) }),
		...(additionalProperties && { additionalProperties: withinContract(additionalProperties) }),
	};
}

/** Headers that HTTP itself brings, and those that only SuperOffice's documentation names. */
const UNDECLARED = [
	'authorization',
	'x-xsrf-token',
	'cookie',
	'content-type',
	'accept',
	'if-unmodified-since',
];
/** Calls that answer nothing do not declare it, though their dates may need it as much. */
const OF_ANSWERS = ['so-timezone'];
const OF_HTTP = ['host', 'connection', 'content-length', 'user-agent', 'accept-encoding'];

/** One of SuperOffice's OpenAPI files as a judge of requests and responses. */
export class Contract {
	private readonly swagger: Swagger;

	// The formats are Swagger's own, and the definitions have lost them too.
	private readonly ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });

	/** @param file such as `rest/Swagger-v1-Appointment.json` */
	constructor(file: string) {
		this.swagger = JSON.parse(readFileSync(path.join(openApiFolder, file), 'utf8')) as Swagger;
		const definitions = Object.fromEntries(
			Object.entries(this.swagger.definitions).map(([name, { properties, ...rest }]) => [
				name,
				{ ...rest, ...(properties && { properties: looseProperties(properties) }) },
			]),
		);
		this.ajv.addSchema({ definitions }, 'contract');
	}

	/** A schema's definition, untouched. */
	definition(name: string): Schema {
		return this.swagger.definitions[name];
	}

	private operation(method: string, route: string): Operation {
		const found = this.swagger.paths[route]?.[method.toLowerCase()];
		if (!found) throw new Error(`${method} ${route} is in no OpenAPI file`);
		return found;
	}

	private complaints(schema: Schema | undefined, value: unknown): string[] {
		if (!schema) return [];
		const validate: ValidateFunction = this.ajv.compile(withinContract(schema));
		if (validate(value)) return [];
		return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
	}

	/** The statuses that an operation answers. */
	statuses(method: string, route: string): string[] {
		return Object.keys(this.operation(method, route).responses).sort();
	}

	/** What a request has that the operation does not know, or has otherwise. */
	requestComplaints(
		method: string,
		route: string,
		request: { query: object; headers: object; body?: unknown },
	): string[] {
		const { parameters = [] } = this.operation(method, route);
		const declared = (kind: Parameter['in']) =>
			parameters.filter((one) => one.in === kind).map(({ name }) => name.toLowerCase());
		const headers = [...declared('header'), ...UNDECLARED, ...OF_ANSWERS, ...OF_HTTP];
		const unknownHeaders = Object.keys(request.headers).filter((name) => !headers.includes(name));
		const unknownQuery = Object.keys(request.query).filter(
			(name) => !declared('query').includes(name.toLowerCase()),
		);
		const body = parameters.find((one) => one.in === 'body');
		return [
			...unknownHeaders.map((name) => `header ${name} is not declared`),
			...unknownQuery.map((name) => `query ${name} is not declared`),
			...(body ? this.complaints(body.schema, request.body) : []),
			...(body ? this.unknownProperties(body.schema, request.body, '') : []),
		];
	}

	/** What a response has otherwise than the operation's schema, or beyond it. */
	responseComplaints(method: string, route: string, body: unknown): string[] {
		const { schema } = this.operation(method, route).responses['200'];
		return [...this.complaints(schema, body), ...this.unknownProperties(schema, body, '')];
	}

	private unknownProperties(schema: Schema | undefined, value: unknown, at: string): string[] {
		if (value === null || typeof value !== 'object' || !schema) return [];
		if (Array.isArray(value)) {
			return value.flatMap((one, index) =>
				this.unknownProperties(schema.items, one, `${at}/${index}`),
			);
		}
		const name = schema.$ref?.replace('#/definitions/', '');
		const { properties, additionalProperties } = name ? this.definition(name) : schema;
		if (additionalProperties) {
			return Object.entries(value).flatMap(([key, one]) =>
				this.unknownProperties(additionalProperties, one, `${at}/${key}`),
			);
		}
		if (!properties) return [];
		return Object.entries(value).flatMap(([key, one]) =>
			key in properties
				? this.unknownProperties(properties[key], one, `${at}/${key}`)
				: [`${at}/${key} is not in the schema`],
		);
	}
}
