import intersection from 'lodash/intersection';

import type { EntityDefinition } from '../entities/entity';
import { FieldError } from '../shared/fields/fieldKind';
import type { FieldTable } from '../shared/fields/table';
import type { Json } from '../shared/json';
import { optionsForm } from '../shared/optionsForm';
import { outputOptions } from '../shared/output';
import { callAgent } from './agent';
import { operationFieldsForm, readOperationFields } from './operationFields';
import type { Operation } from './operation';
import { readBackAndShape, readResponseOptions } from './responseOptions';
import { lockTarget, targetControl } from './target';

/** The entries to turn on and off, of the list that the record's interests are of. */
const table = ({ fields: { interests } }: EntityDefinition) =>
	({
		enable: {
			label: 'Turn On',
			kind: interests.kind,
			help: 'Interests to add, from the list, or names and IDs with commas between them',
		},
		disable: {
			label: 'Turn Off',
			kind: interests.kind,
			help: 'Interests to remove, from the list, or names and IDs with commas between them',
		},
	}) satisfies FieldTable;

const idsOf = (entries: Json | undefined) =>
	((entries ?? []) as Array<{ Id: number }>).map(({ Id }) => Id);

/** The agent's UpdateInterests, which answers nothing; interests that are not named stay as they are. */
export const setInterests: Operation = {
	label: 'Set Interests',
	action: 'Set interests of {record}',
	description: 'Turn interests of {a record} on and off',
	properties: (entity) => [
		targetControl(entity),
		...operationFieldsForm(table(entity)),
		optionsForm(...outputOptions),
	],
	async execute(call) {
		const { entity } = call;
		const responseOptions = readResponseOptions(call);
		const { options } = responseOptions;
		const { enable, disable } = table(entity);
		const given = await readOperationFields(call, options, { enable, disable }, []);
		const [on, off] = [idsOf(given.Enable), idsOf(given.Disable)];
		const ref = { parameter: 'enable', label: enable.label };
		if (on.length + off.length === 0) {
			throw new FieldError(ref, 'is empty', 'Choose an interest to turn on or off.');
		}
		const [both] = intersection(on, off);
		if (both !== undefined) {
			const problem = `interest ${both} is turned off as well`;
			throw new FieldError(ref, problem, 'Keep one of the two.');
		}
		const id = await lockTarget(call, options);
		await callAgent(call, options, 'UpdateInterests', 'nothing', {
			[entity.id]: id,
			EnableInterestIds: on,
			DisableInterestIds: off,
		});
		return await readBackAndShape(call, responseOptions, id, 'changed');
	},
};
