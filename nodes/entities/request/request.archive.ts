import { isSameName } from '../../shared/lookup/source';
import type { EntityArchive } from '../entity';

/** What statuses mean to SuperOffice, by number from 1 (its MDO list `ticketticketstatus`). */
const BASE_STATUSES = ['Active', 'Closed', 'Postponed', 'Deleted', 'Merged', 'Spam'];

/** The number of what statuses mean, in the archive's column `status`. */
export const baseStatus = (name: string): number => BASE_STATUSES.indexOf(name) + 1;

/** The columns of the archive Ticket (SuperOffice's reference of archive providers). */
export const requestArchive: EntityArchive = {
	name: 'Ticket',
	key: 'ticketId',
	customFields: 'extra',
	extraFields: 'extra',
	filterExample: "title begins 'Order' or numberOfReplies = 0",
	properties: {
		TicketId: 'ticketId',
		Title: 'title',
		'Category/TicketCategoryId': 'categoryId',
		'Category/Fullname': 'categoryFullName',
		'Person/PersonId': 'personId',
		'Person/FullName': 'person/fullName',
		'OwnedBy/AssociateId': 'ownedBy/associateDbId',
		'OwnedBy/FullName': 'ownedBy/fullName',
		'Priority/TicketPriorityId': 'priorityId',
		'Priority/Name': 'priorityName',
		'Status/TicketStatusId': 'ticketStatusId',
		'Status/Name': 'ticketStatusName',
		'TicketType/Name': 'ticketTypeName',
		'Sale/SaleId': 'saleId',
		'Sale/Title': 'sale/heading',
		'Project/ProjectId': 'projectId',
		'Project/Name': 'project/name',
		CreatedAt: 'createdAt',
		LastChanged: 'lastChanged',
		Deadline: 'deadline',
		Activate: 'activated',
		ClosedAt: 'closedAt',
		RepliedAt: 'repliedAt',
		Author: 'author',
		// Whether it is the number or the name is not documented: the name may be in any language.
		BaseStatus: {
			columns: ['status'],
			value: ({ status }) =>
				BASE_STATUSES.find(
					(one) => baseStatus(one) === Number(status) || isSameName(one, String(status)),
				) ?? status,
		},
		HasAttachment: 'has_attachment',
		NumMessages: 'numberOfMessages',
		NumReplies: 'numberOfReplies',
		'CreatedBy/FullName': 'createdBy/fullName',
	},
	otherColumns: [
		...['createdDate', 'ownedBy', 'createdBy', 'origin', 'slevel', 'connectId', 'readStatus'],
		...['readByOwner', 'firstReadByOwner', 'firstReadByUser', 'readByCustomer', 'contactId'],
		...['realTimeSpentQueue', 'realTimeSpentExternally', 'realTimeSpentInternally', 'timeSpent'],
		...['timeSpentQueue', 'timeSpentExternally', 'timeSpentInternally', 'timeToReply'],
		...['timeToClose', 'realTimeToReply', 'realTimeToClose', 'messageLanguage', 'sentimentScore'],
		...['sentimentConfidence', 'suggestedCategory', 'createdByWorkflow'],
	],
	// Headings that a sheet of requests may have.
	wordColumns: ['tags', 'content'],
	marks: ['ticketStatusId', 'categoryFullName', 'numberOfMessages', 'has_attachment'],
	joined: [
		...['createdBy', 'ownedBy', 'ticketStatus', 'ticketPriority', 'person', 'contact', 'sale'],
		...['project'],
	],
};
