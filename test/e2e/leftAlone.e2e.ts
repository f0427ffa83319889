import omit from 'lodash/omit';
import type { INodeProperties } from 'n8n-workflow';

import { asSaved, descriptionOf, LEFT_ALONE } from '../editor';
import type { WorkflowFile } from '../engine';
import { openNode, savedNode } from './browser';
import { addAll, Form } from './form';
import { editor, useEditor, world } from './useEditor';
import { examples } from './world';

const NODE = 'Create Appointment';
const { properties } = descriptionOf('superOffice');

/** The lists and groups that an operation's form shows before anything is changed. */
const addable = (resource: string, operation: string): INodeProperties[] =>
	properties.filter(({ type, displayOptions }) => {
		const { resource: of, operation: own, specifyBody = ['fields'] } = displayOptions?.show ?? {};
		const isOwn = of?.includes(resource) === true && own?.includes(operation) === true;
		const isShown = isOwn && specifyBody.includes('fields');
		return isShown && ['collection', 'fixedCollection'].includes(type);
	});

const operations = properties.flatMap(({ name, options, displayOptions }) =>
	name === 'operation'
		? (options as Array<{ value: string }>).map(
				({ value }) => [String(displayOptions?.show?.resource?.[0]), value] as const,
			)
		: [],
);

useEditor();

/** Opens the form of an operation as it is on a node that was just put on the canvas. */
async function open(resource: string, operation: string): Promise<string> {
	const file = structuredClone(examples['create-appointment.json']) as WorkflowFile;
	file.nodes[1].parameters = { resource, operation };
	const id = await world.importExample(file);
	await openNode(editor, id, NODE);
	return id;
}

/** What an error may say of something that was left alone. */
const HONEST =
	/: (is empty|the key is empty|\w+ \d+ is empty|no\w* .*is chosen|the item has no file|there is nothing to update)/;

it.each(operations)(
	'of a %s: what is added to %s and left alone is saved as the tests take it, and nothing blames it',
	async (resource, operation) => {
		const id = await open(resource, operation);
		const form = new Form(editor, editor.page.locator('body'));
		const added: Record<string, unknown> = { resource, operation };
		for (const control of addable(resource, operation)) {
			added[control.name] = await addAll(form, control, LEFT_ALONE);
		}
		const expected = asSaved('superOffice', added);
		// The mapper keeps the fields that it has found.
		const withoutMapper = ({ parameters }: WorkflowFile['nodes'][number]) =>
			omit(parameters, 'customFieldValues');
		const node = await savedNode(
			editor,
			world.client,
			id,
			(one) => JSON.stringify(withoutMapper(one)).length >= JSON.stringify(expected).length,
		);
		expect(withoutMapper(node)).toEqual(expected);
		const { error } = await world.client.run(id);
		expect(error?.message ?? ': is empty').toMatch(HONEST);
	},
	600_000,
);
