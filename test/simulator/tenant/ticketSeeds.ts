/** A request. */
export interface TicketSeed {
	id: number;
	title: string;
	/** As instants are stored, as are the other dates. */
	createdAt: string;
	lastChanged: string;
	closedAt: string;
	repliedAt: string;
	/** Until when it is postponed. */
	activate: string;
	deadline: string;
	categoryId: number;
	statusId: number;
	priorityId: number;
	typeId: number;
	/** Number of the associate who has it; 0 for nobody. */
	ownerId: number;
	/** Number of the associate who registered it; 0 for one that came from outside. */
	creatorId: number;
	author: string;
	/** 0 for none, as the next two. */
	personId: number;
	saleId: number;
	projectId: number;
	/** Numbers of more persons. */
	secondary: number[];
	/** Numbers of entries of the list of tags. */
	tags: number[];
	slevel: string;
	origin: string;
	readStatus: string;
	/** Number of the request that it was merged with; 0 for none. */
	connectId: number;
}

/** A message of a request. */
export interface MessageSeed {
	id: number;
	ticketId: number;
	createdAt: string;
	/** Number of the associate who wrote it; 0 for one that came from outside. */
	creatorId: number;
	author: string;
	slevel: string;
	/** `Plain` or `Html`. */
	type: string;
	body: string;
	htmlBody: string;
	/** Minutes. */
	timeSpent: number;
	/** Number of the person who wrote it; 0 for none. */
	personId: number;
	important: boolean;
	/** The header Message-Id of the mail that it was. */
	messageId: string;
	badge: string;
	/** Numbers of its attachments. */
	attachments: number[];
}

/** A file. */
export interface AttachmentSeed {
	id: number;
	name: string;
	contentType: string;
	inline: boolean;
	contentId: string;
	content: Buffer;
}

/** The number that users have in the service part; that of the system user means nobody. */
export const ejUserOf = (associateId: number): number => associateId + 1;

/** The number that makes the category choose an owner (OpenAPI file). */
export const BY_CATEGORY = 2_147_483_647;
