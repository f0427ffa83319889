import type { IDataObject } from 'n8n-workflow';

import type { Result } from '../../engine/remote';
import { byId, NEXT, runNode, type Run } from '../../support';
import type { Simulator } from '../../simulator';

/** Runs operations of companies and contact persons, as a person enters them. */
export function useRecords(simulator: () => Simulator) {
	const run = async (
		resource: string,
		operation: string,
		parameters: object = {},
		more: Run = {},
	): Promise<Result> => await runNode(simulator(), { resource, operation, ...parameters }, more);

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
			return Number(made[resource === 'company' ? 'ContactId' : 'PersonId']);
		},
		get: async (resource: string, id: number): Promise<IDataObject> => {
			const key = resource === 'company' ? 'contactId' : 'personId';
			return (await items(resource, 'get', { [key]: byId(id) }))[0];
		},
		/** What was asked since the last call, without `/api/v1/`. */
		writes: (): string[] =>
			simulator()
				.requests.filter(({ method }) => method !== 'GET')
				.map(({ method, path }) => `${method} ${path.slice('/api/v1/'.length)}`),
	};
}
