import type { IDataObject, INode } from 'n8n-workflow';

import type { WorkflowFile } from '../engine';

/** A node as far as it differs from the others of a chain. */
export type Step = Pick<INode, 'name' | 'type'> &
	Partial<Pick<INode, 'typeVersion' | 'onError'>> & { parameters: object };

/** A node of this package; parameters may be named alone, as `arranged` takes them. */
export const superOffice = (
	name: string,
	resource: string,
	operation: string,
	parameters: object,
): Step => ({
	name,
	type: 'n8n-nodes-superoffice.superOffice',
	parameters: { resource, operation, ...parameters },
});

/** n8n's HTTP Request node that gets a file. */
export const getFile = (name: string, url: string, more: object = {}): Step => ({
	name,
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: { url, options: { response: { response: { responseFormat: 'file' } } }, ...more },
});

/** A workflow whose nodes stand one behind the other, behind a trigger that gives these items. */
export function chain(items: IDataObject[], ...steps: Step[]): WorkflowFile {
	const start: Step = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} };
	const all = [start, ...steps];
	const nodes = all.map((step, index): object => ({
		id: step.name,
		typeVersion: 1,
		position: [220 * index, 0],
		...step,
		...(index > 0 && { credentials: { superOfficeApi: { id: 'x', name: 'x' } } }),
	}));
	const connections: WorkflowFile['connections'] = {};
	steps.forEach(({ name: node }, index) => {
		connections[all[index].name] = { main: [[{ node, type: 'main', index: 0 }]] };
	});
	const pinData = { Start: items.map((json) => ({ json })) };
	return { name: 'Chain', nodes, connections, pinData } as WorkflowFile;
}
