import type { IDataObject } from 'n8n-workflow';

import type { Run, TestFile } from '../../support';
import type { useRecords } from './records';

/** What a person does wrong, and what the node says to it. */
export type Bad = [
	what: string,
	resource: string,
	operation: string,
	parameters: object,
	message: RegExp,
	item?: IDataObject,
];

/** A body that is made of the item. */
export const auto = { specifyBody: 'autoMap' };

/**
 * Tests that each is refused by its words.
 * @param files of the item
 */
export function testRefusals(
	{ refusal, writes }: Pick<ReturnType<typeof useRecords>, 'refusal' | 'writes'>,
	bad: Bad[],
	refused: Bad[],
	files?: Record<string, TestFile>,
): void {
	const around = (item: IDataObject = {}): Run => ({ items: [item], files: files && [files] });

	it.each(bad)('refuses %s (%s, %s), and sends nothing', async (...row) => {
		const [, resource, operation, parameters, message, item] = row;
		expect(await refusal(resource, operation, parameters, around(item))).toMatch(message);
		// That the mailboxes are asked for changes nothing.
		expect(writes().filter((call) => !call.endsWith('/GetMailboxes'))).toEqual([]);
	});

	it.each(refused)('says what SuperOffice has against %s (%s, %s)', async (...row) => {
		const [, resource, operation, parameters, message] = row;
		expect(await refusal(resource, operation, parameters, around())).toMatch(message);
	});
}
