import type { IBinaryData, IBinaryKeyData, IDataObject, INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import type { Json } from '../shared/json';
import type { ParameterRef } from '../shared/fields/fieldKind';
import type { ByteStream, FileBody } from '../shared/transport/fileBody';
import type { ApiRequest } from '../shared/transport/session';

/** A file of the incoming item. */
export interface InputFile {
	/** Its name with the extension; where it came without one, the name of its field. */
	name: string;
	mimeType: string;
	body: FileBody;
}

/** The files of the incoming item, and those that an operation puts out. */
export interface ItemFiles {
	/** The names of the fields that hold files. */
	names: string[];
	/**
	 * A file by the name of its field.
	 * @throws FieldError where there is none
	 */
	read(field: string, ref: ParameterRef): Promise<InputFile>;
	/**
	 * Keeps a file as n8n keeps those of items.
	 * @param mimeType undefined where its name tells it
	 */
	store(bytes: ByteStream, name: string, mimeType?: string): Promise<IBinaryData>;
}

/** An output item with files. */
export class FileItem {
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}

/** What an operation puts out for an item. */
export type OperationOutput = IDataObject | FileItem | Array<IDataObject | FileItem>;

/** What an operation is given for one item. */
export interface ItemCall {
	/** The kind of record that the operation is about. */
	entity: EntityDefinition;
	/** A parameter's value for this item, expressions resolved; undefined while it is hidden. */
	read(parameter: string): unknown;
	/** IANA name of the workflow's time zone. */
	workflowZone: string;
	/** The incoming item's JSON. */
	item: IDataObject;
	files: ItemFiles;
	/** A key that is unique to the item and stable across retries; undefined for a tool. */
	executionItemKey(): string | undefined;
	/** Calls SuperOffice on behalf of this item. */
	request(request: ApiRequest): Promise<Json>;
	/** A read-only request that is cached for the execution. */
	lookUp(request: ApiRequest): Promise<Json>;
	/** Whether no other item of the run has claimed a key before. */
	claim(key: string): boolean;
	/** Adds a hint to the execution, once for equal messages. */
	hint(message: string): void;
	/**
	 * Acquires the lock of a key, once per item: waits until all earlier items with the same key
	 * have ended. Needed before changing a record, and before searching for one that may be
	 * created.
	 */
	lock(key: string): Promise<void>;
}

/** One operation of a resource. */
export interface Operation {
	/**
	 * Name in the dropdown, such as `Create`. In this text and all others of an operation, `{record}`,
	 * `{a record}` and `{records}` stand for what its entity is called.
	 */
	label: string;
	/** Name in the node panel, such as `Create {a record}`. */
	action: string;
	description: string;
	/** Its parameters; when they are shown is added by the node. */
	properties: INodeProperties[] | ((entity: EntityDefinition) => INodeProperties[]);
	/**
	 * Runs the operation for one item.
	 * @returns the item's output: one item, or any number of them
	 * @throws FieldError for a bad parameter, NodeApiError for a refusal
	 */
	execute(call: ItemCall): Promise<OperationOutput>;
}
