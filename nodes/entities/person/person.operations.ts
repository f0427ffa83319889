import type { INodeProperties } from 'n8n-workflow';

import { callAgent } from '../../crud/agent';
import type { Operation } from '../../crud/operation';
import { operationFieldsForm, readOperationFields } from '../../crud/operationFields';
import { readBackAndShape, readResponseOptions } from '../../crud/responseOptions';
import { lockTarget, targetControl } from '../../crud/target';
import { dateTime } from '../../shared/fields/dateTime';
import { emailAddress } from '../../shared/fields/emails';
import { isOn } from '../../shared/fields/parameterRef';
import { identifier } from '../../shared/fields/reference';
import type { FieldTable } from '../../shared/fields/table';
import { longText } from '../../shared/fields/text';
import type { JsonObject } from '../../shared/json';
import { optionsForm } from '../../shared/optionsForm';
import { outputOptions, readOutputKind } from '../../shared/output';
import { legalBase, purpose, source } from './person.consents';

/** SuperOffice demands a day; this one is before all activities. */
const ALWAYS = '1900-01-01T00:00:00Z';

/** From when on the activities go along (query parameter `moveAfterDate`). */
export const moveAfter = {
	moveAfterDate: {
		label: 'Move Activities After',
		kind: dateTime,
		help: 'Activities after this time go along; leave empty to move all of them',
	},
} satisfies FieldTable;

const newCompany = {
	contact: {
		label: 'New Company',
		kind: identifier({ method: 'contact' }),
		help: 'The company to move to, from the list, by its ID or by its name',
	},
} satisfies FieldTable;

/** The query parameter of a date that was given, or of all times. */
export const moveAfterQuery = ({ MoveAfterDate }: JsonObject): Record<string, string> => ({
	moveAfterDate: String(MoveAfterDate ?? ALWAYS),
});

/** POST /api/v1/Person/{id}/MoveTo/{company}, which answers nothing. */
export const moveToCompany: Operation = {
	label: 'Move to Company',
	action: 'Move {record} to another company',
	description: 'Move {a record} to another company, with the activities after a day',
	properties: (entity) => [
		targetControl(entity),
		...operationFieldsForm({ ...newCompany, ...moveAfter }),
		optionsForm(...outputOptions),
	],
	async execute(call) {
		const responseOptions = readResponseOptions(call);
		const { options } = responseOptions;
		const fields = { ...newCompany, ...moveAfter };
		const given = await readOperationFields(call, options, fields, ['contact']);
		const id = await lockTarget(call, options);
		await call.request({
			method: 'POST',
			path: `Person/${id}/MoveTo/${Number(given.Contact)}`,
			query: moveAfterQuery(given),
			headers: options.headers,
			timeout: options.timeout,
			expect: 'nothing',
		});
		return await readBackAndShape(call, responseOptions, id, 'moved');
	},
};

const consent = {
	purpose: {
		label: 'Purpose',
		kind: purpose,
		help: 'What the consent is for, or the key of another purpose',
	},
	legalBase: {
		label: 'Legal Base',
		kind: legalBase,
		help: 'Why the data may be kept; Withdrawn takes the consent back',
	},
	source: {
		label: 'Source',
		kind: source,
		help: 'Where the consent comes from, or the key of another source',
	},
	comment: { label: 'Comment', kind: longText, help: 'Note on the consent' },
} satisfies FieldTable;

/** The person agent's SetConsent, which answers nothing. */
export const setConsent: Operation = {
	label: 'Set Consent',
	action: 'Set consent of {record}',
	description: 'Register that {a record} consents to something, or takes a consent back',
	properties: (entity) => [
		targetControl(entity),
		...operationFieldsForm(consent),
		optionsForm(...outputOptions),
	],
	async execute(call) {
		const responseOptions = readResponseOptions(call);
		const { options } = responseOptions;
		const needed = ['purpose', 'legalBase', 'source'];
		const given = await readOperationFields(call, options, consent, needed);
		const id = await lockTarget(call, options);
		await callAgent(call, options, 'SetConsent', 'nothing', { PersonId: id, ...given });
		const person = await readBackAndShape(call, responseOptions, id, 'changed');
		if (readOutputKind(call.read) !== 'simplified') return person;
		const { Purpose, LegalBase, Source, Comment } = given;
		// The main properties do not show it.
		const set = { ConsentPurposeKey: Purpose, LegalBaseKey: LegalBase, ConsentSourceKey: Source };
		return { ...person, Consents: [{ ...set, ...(Comment && { Comment }) }] };
	},
};

const address = {
	emailAddress: { label: 'Email Address', kind: emailAddress, help: 'The address to add' },
} satisfies FieldTable;

const PRIMARY: INodeProperties = {
	displayName: 'Make It the Main Address',
	name: 'setAsPrimaryEmail',
	type: 'boolean',
	default: false,
	description: 'Whether the address becomes the first one',
};

/** The person agent's AddEmailAddressToPerson, which answers nothing. */
export const addEmail: Operation = {
	label: 'Add Email Address',
	action: 'Add email address to {record}',
	description: 'Add an email address to {a record}; the others stay',
	properties: (entity) => [
		targetControl(entity),
		...operationFieldsForm(address),
		PRIMARY,
		optionsForm(...outputOptions),
	],
	async execute(call) {
		const responseOptions = readResponseOptions(call);
		const { options } = responseOptions;
		const { EmailAddress } = await readOperationFields(call, options, address);
		const id = await lockTarget(call, options);
		await callAgent(call, options, 'AddEmailAddressToPerson', 'nothing', {
			PersonId: id,
			EmailAddress,
			SetAsPrimaryEmail: isOn(call.read, PRIMARY),
		});
		return await readBackAndShape(call, responseOptions, id, 'changed');
	},
};
