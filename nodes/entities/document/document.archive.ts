import type { EntityArchive } from '../entity';

/** The columns of FindDocument (SuperOffice's reference of archive providers). */
export const documentArchive: EntityArchive = {
	name: 'FindDocument',
	key: 'documentId',
	customFields: 'documentUdef',
	filterExample: "subject begins 'Offer' or completed set false",
	properties: {
		DocumentId: 'documentId',
		Header: 'subject',
		Name: 'name',
		'DocumentTemplate/Name': 'type',
		'Contact/ContactId': 'contactId',
		'Contact/Name': 'contact/name',
		'Person/PersonId': 'personId',
		'Person/FullName': 'person/fullName',
		'Sale/SaleId': 'saleId',
		'Sale/Title': 'sale/heading',
		'Project/ProjectId': 'projectId',
		'Project/Name': 'project/name',
		'Associate/AssociateId': 'associate/associateDbId',
		'Associate/FullName': 'associate/fullName',
		Date: 'date',
		OurRef: 'ourref',
		YourRef: 'yourref',
		Attention: 'attention',
		Completed: {
			columns: ['completed'],
			value: ({ completed }) =>
				typeof completed === 'boolean' ? (completed ? 'Completed' : 'NotStarted') : undefined,
		},
		Snum: 'snum',
		SuggestedDocumentId: 'suggestedDocumentId',
		IsPublished: 'documentPublish/isPublished',
		PublishFrom: 'documentPublish/publishedFrom',
		PublishTo: 'documentPublish/publishedTo',
		CreatedDate: 'registeredDate',
		'CreatedBy/FullName': 'registeredByFullName',
		UpdatedDate: 'updatedDate',
		'UpdatedBy/FullName': 'updatedByFullName',
	},
	period: { start: 'date', end: 'date' },
	otherColumns: [
		...['icon', 'recordType', 'recordTypeText', 'associateId', 'userGroup', 'who', 'updatedBy'],
		...['registeredBy', 'mailMergeDraft', 'isReport', 'isMail', 'visibleFor'],
	],
	// Headings that a sheet of documents may have.
	wordColumns: ['text', 'time', 'keywords'],
	marks: ['ourref', 'yourref', 'mailMergeDraft', 'registeredByFullName'],
	joined: [...['document', 'documentPublish', 'person', 'contact', 'associate', 'project', 'sale']],
};
