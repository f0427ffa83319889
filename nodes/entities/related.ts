import type { RelatedList } from './entity';

const activity = {
	Date: 'date',
	Type: 'type',
	Completed: 'completed',
	AssociateFullName: 'associate/fullName',
};

/**
 * Lists of records that belong to another one, by the last part of their address, with the columns
 * of their archives (SuperOffice's OpenAPI files and reference of archive providers).
 */
export const relatedLists = {
	appointments: {
		label: 'Appointments',
		path: 'Appointments',
		key: 'appointmentId',
		columns: {
			AppointmentId: 'appointmentId',
			Title: 'appointment/title',
			StartDate: 'date',
			EndDate: 'endDate',
			Type: 'type',
			Completed: 'completed',
			AssociateFullName: 'associate/fullName',
		},
	},
	documents: {
		label: 'Documents',
		path: 'Documents',
		key: 'documentId',
		columns: { DocumentId: 'documentId', Header: 'subject', Name: 'name', ...activity },
	},
	persons: {
		label: 'Contact Persons',
		path: 'Persons',
		key: 'personId',
		columns: {
			PersonId: 'personId',
			FullName: 'fullName',
			Title: 'title',
			Position: 'position',
			EmailAddress: 'email/emailAddress',
			MobilePhone: 'personMobilePhone/formattedNumber',
			Retired: 'retired',
		},
	},
	projects: {
		label: 'Projects',
		path: 'Projects',
		key: 'projectId',
		columns: {
			ProjectId: 'projectId',
			Name: 'name',
			ProjectNumber: 'number',
			ProjectType: 'type',
			ProjectStatus: 'status',
			EndDate: 'endDate',
			Completed: 'completed',
		},
		days: ['endDate'],
	},
	requests: {
		label: 'Requests',
		path: 'Tickets',
		key: 'ticketId',
		columns: {
			TicketId: 'ticketId',
			Title: 'title',
			Status: 'ticketStatusName',
			OwnedBy: 'ownedBy/fullName',
			CreatedAt: 'createdAt',
			LastChanged: 'lastChanged',
		},
	},
	sales: {
		label: 'Sales',
		path: 'Sales',
		key: 'saleId',
		columns: {
			SaleId: 'saleId',
			Heading: 'heading',
			Amount: 'amount',
			Currency: 'currency',
			Stage: 'stage',
			Status: 'saleStatus',
			...activity,
		},
		days: ['date'],
	},
} satisfies Record<string, RelatedList>;

/** The same of sales and projects, whose follow-ups and documents are in one archive. */
export const activityLists = {
	appointments: {
		label: 'Appointments',
		path: 'Activities',
		key: 'appointmentId',
		columns: { AppointmentId: 'appointmentId', Text: 'text', Location: 'location', ...activity },
	},
	documents: { ...relatedLists.documents, path: 'Activities' },
} satisfies Record<string, RelatedList>;
