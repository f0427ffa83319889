import { randomUUID } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import type { WorkflowFile } from '../engine';

/** A workflow of the trigger and a next node. */
export function triggerWorkflow(parameters: IDataObject = {}): WorkflowFile {
	const name = 'SuperOffice Trigger';
	const around = { typeVersion: 1, position: [0, 0] as [number, number] };
	return {
		name: 'Appointments',
		nodes: [
			{
				...around,
				id: randomUUID(),
				name,
				type: 'n8n-nodes-superoffice.superOfficeTrigger',
				webhookId: randomUUID(),
				parameters: {
					fetchRecord: false,
					...parameters,
				} as WorkflowFile['nodes'][number]['parameters'],
				credentials: { superOfficeApi: { id: 'x', name: 'x' } },
			},
			{ ...around, id: randomUUID(), name: 'Next', type: 'n8n-nodes-base.noOp', parameters: {} },
		],
		connections: { [name]: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
	};
}
