import { suggestions } from '../../shared/fields/enumeration';
import { rowList } from '../../shared/fields/rows';
import { text } from '../../shared/fields/text';

/** Purposes that SuperOffice comes with, by their keys (its OpenAPI file of Person). */
export const purpose = suggestions(['EMARKETING', 'STORE'], {
	EMARKETING: 'E-Marketing',
	STORE: 'Sales and Service',
});

/** Where a consent comes from, by the keys that SuperOffice documents. */
export const source = suggestions(['WEBFORM', 'USER', 'API'], {
	API: 'Other Integration',
	USER: 'Created by User',
	WEBFORM: 'Web Form',
});

/** Legal bases by the keys that SuperOffice documents; `WITHDRAWN` takes a consent back. */
export const legalBase = suggestions(['61A', '61B', '61F', 'WITHDRAWN'], {
	'61A': 'Consent',
	'61B': 'Contract',
	'61F': 'Legitimate Interest',
	WITHDRAWN: 'Withdrawn',
});

const texts = {
	item: 'consent',
	label: 'Consent',
	neededKey: 'ConsentPurposeKey',
	columns: [
		{
			name: 'consentPurposeKey',
			label: 'Purpose',
			help: 'What the consent is for, or the key of another purpose',
			kind: purpose,
			wire: 'ConsentPurposeKey',
			isExplicit: true,
		},
		{
			name: 'legalBaseKey',
			label: 'Legal Base',
			help: 'Why the data may be kept, or the key of another base',
			kind: legalBase,
			wire: 'LegalBaseKey',
			isExplicit: true,
		},
		{
			name: 'consentSourceKey',
			label: 'Source',
			help: 'Where the consent comes from, or the key of another source',
			kind: source,
			wire: 'ConsentSourceKey',
			isExplicit: true,
		},
		{
			name: 'comment',
			label: 'Comment',
			help: 'Note on the consent',
			kind: text,
			wire: 'Comment',
		},
	],
};

/** Consents of a person (ConsentInfo); those that are not sent stay as they are. */
export const consents = rowList(texts, true);
