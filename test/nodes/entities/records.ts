import lowerFirst from 'lodash/lowerFirst';
import type { IDataObject } from 'n8n-workflow';

import type { Result } from '../../engine/remote';
import { byId, NEXT, runNode, type Run } from '../../support';
import type { Simulator } from '../../simulator';

/** The property that holds a record's number. */
const ID_OF: Record<string, string> = {
	company: 'ContactId',
	person: 'PersonId',
	sale: 'SaleId',
	project: 'ProjectId',
	request: 'TicketId',
	document: 'DocumentId',
};

/** The parameter of the record that an operation is about. */
export const targetOf = (resource: string, id: number) => ({
	[lowerFirst(ID_OF[resource])]: byId(id),
});

/** Runs operations of companies, contact persons, sales and projects, as a person enters them. */
export function useRecords(simulator: () => Simulator) {
	// Tests of several files run in one process.
	const started = Date.now();
	let executions = 0;
	const run = async (
		resource: string,
		operation: string,
		parameters: object = {},
		more: Run = {},
	): Promise<Result> =>
		await runNode(
			simulator(),
			{ resource, operation, ...parameters },
			// What fails in one execution is not tried again by another one.
			{
				...more,
				circumstances: { executionId: `${started}-${(executions += 1)}`, ...more.circumstances },
			},
		);

	/** The items of a run that must not fail. */
	const items = async (...given: Parameters<typeof run>): Promise<IDataObject[]> => {
		const result = await run(...given);
		expect(result.error?.message).toBeUndefined();
		return result.itemsOf(NEXT).map(({ json }) => json);
	};

	return {
		run,
		items,
		/** What a run that has to fail says. */
		refusal: async (...given: Parameters<typeof run>): Promise<string> => {
			const { error } = await run(...given);
			return `${error?.message} ${error?.description ?? ''}`;
		},
		create: async (resource: string, parameters: object): Promise<number> => {
			const [made] = await items(resource, 'create', parameters);
			return Number(made[ID_OF[resource]]);
		},
		get: async (resource: string, id: number): Promise<IDataObject> => {
			return (await items(resource, 'get', targetOf(resource, id)))[0];
		},
		/** What was asked since the last call, without `/api/v1/`. */
		writes: (): string[] =>
			simulator()
				.requests.filter(({ method }) => method !== 'GET')
				.map(({ method, path }) => `${method} ${path.slice('/api/v1/'.length)}`),
	};
}
