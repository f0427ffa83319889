import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import type { Json } from '../shared/json';
import type { ApiRequest } from '../shared/transport/request';

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
	/** What no other item of any execution is called; undefined for a tool's calls. */
	identity(): string | undefined;
	/** Calls SuperOffice on behalf of this item. */
	request(request: ApiRequest): Promise<Json>;
	/** Asks SuperOffice what changes nothing: once per execution, then the answer is known. */
	lookUp(request: ApiRequest): Promise<Json>;
	/** Tells the person who looks at the execution, once however many items say the same. */
	hint(message: string): void;
	/**
	 * Says, once, what the item is about, and waits until all items before it that are about the same
	 * have ended. Who changes what is there, or looks before creating, has to ask for a turn.
	 */
	turn(key: string): Promise<void>;
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
	execute(call: ItemCall): Promise<IDataObject | IDataObject[]>;
}
