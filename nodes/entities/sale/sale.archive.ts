import { isSameName } from '../../shared/lookup/source';
import type { EntityArchive } from '../entity';

/** SaleStatus by its numbers (SuperOffice's MDO list `salestatus`). */
export const STATUSES = ['Unknown', 'Open', 'Sold', 'Lost', 'Stalled', 'SaintAll'];

/** The columns of FindSale (SuperOffice's reference of archive providers). */
export const saleArchive: EntityArchive = {
	name: 'FindSale',
	key: 'saleId',
	customFields: 'saleUdef',
	filterExample: "heading begins 'Service' or hasQuote set true",
	properties: {
		SaleId: 'saleId',
		Heading: 'heading',
		'Contact/ContactId': 'contactId',
		'Contact/Name': 'contact/name',
		'Person/PersonId': 'personId',
		'Person/FullName': 'person/fullName',
		'Project/ProjectId': 'projectId',
		'Project/Name': 'project/name',
		Amount: 'amount',
		'Currency/Id': 'currencyId',
		'Currency/Value': 'currency',
		'Rating/Id': 'stageId',
		'Rating/Value': 'stageName',
		Saledate: 'date',
		// Whether it is the number or the name of the status is not documented: the name may be in any language.
		Status: {
			columns: ['saleStatus'],
			value: ({ saleStatus }) =>
				STATUSES.find(
					(one, index) => index === saleStatus || isSameName(one, String(saleStatus)),
				) ?? saleStatus,
		},
		Completed: {
			columns: ['completed'],
			value: ({ completed }) =>
				typeof completed === 'boolean' ? (completed ? 'Completed' : 'Started') : undefined,
		},
		'Associate/AssociateId': 'associate/associateDbId',
		'Associate/FullName': 'associate/fullName',
		'SaleType/Id': 'saleTypeId',
		'SaleType/Value': 'saleType',
		Number: 'saleNumber',
		Probability: 'probPercent',
		'Source/Value': 'source',
		SaleText: 'description',
		Earning: 'earning',
		EarningPercent: 'earningPercent',
		'Competitor/Value': 'competitor',
		'Credited/Value': 'credited',
		'Reason/Value': 'lossReason',
		'ReasonSold/Value': 'soldReason',
		'ReasonStalled/Value': 'stalledComment',
		ReopenDate: 'reopenDate',
		NextDueDate: 'nextDueDate',
		IsPublished: 'salePublish/isPublished',
		PublishFrom: 'salePublish/publishedFrom',
		PublishTo: 'salePublish/publishedTo',
		CreatedDate: 'registeredDate',
		'CreatedBy/FullName': 'registeredByFullName',
		UpdatedDate: 'updatedDate',
		'UpdatedBy/FullName': 'updatedByFullName',
	},
	period: { start: 'date', end: 'date', day: 'sale date' },
	otherColumns: [
		...['icon', 'recordType', 'associateId', 'userGroup', 'who', 'updatedBy', 'registeredBy'],
		...['amountWeighted', 'originalStage', 'stage', 'stageRank', 'saleTypeCategory'],
		...['hasStakeholders', 'stakeholdersEnabled', 'hasQuote', 'hasGuide', 'activeErpLinks'],
		...['createdByWorkflow', 'amountInBaseCurrency', 'amountWeightedInBaseCurrency'],
		...['daysInStage', 'saleCycle', 'visibleFor'],
	],
	// Headings that a sheet of sales may have.
	wordColumns: ['time', 'type', 'text'],
	marks: ['saleStatus', 'probPercent', 'saleTypeId', 'stageId', 'registeredByFullName'],
	joined: [
		...['sale', 'salePublish', 'saleStakeholder', 'person', 'contact', 'associate', 'project'],
		...['appointment', 'document', 'quote'],
	],
};
