import { get } from '../../crud/get';
import { getCustomFields } from '../../crud/getCustomFields';
import { getDefaults } from '../../crud/getDefaults';
import { getMany } from '../../crud/getMany';
import type { Operation } from '../../crud/operation';
import { restoreBy } from '../../crud/restore';
import { update } from '../../crud/update';
import { upsert } from '../../crud/upsert';
import type { EntityDefinition } from '../entity';
import { addMessage, MESSAGE_ID } from './operations/addMessage';
import { assign, deleteRequest, mergeRequests, setStatus } from './operations/changes';
import { create } from './operations/create';
import { fromMail } from './operations/fromMail';
import { FILE_NAMES, getAttachments, getMessage, getMessages } from './operations/messages';
import { requestArchive } from './request.archive';
import { requestFields } from './request.fields';
import { requestFilters } from './request.filters';

/** The ticket agent's UndeleteByIds, which gives the request an open status. */
const restore: Operation = {
	...restoreBy('UndeleteByIds', (id) => ({ TicketIds: [id] })),
	description: 'Open a deleted request again, as long as SuperOffice keeps it',
};

/** SuperOffice's requests, which its API calls tickets. */
export const request: EntityDefinition = {
	name: 'Ticket',
	label: 'Request',
	words: { a: 'a request', one: 'request', many: 'requests' },
	id: 'TicketId',
	table: 'ticket',
	source: 'request',
	lacksConditions: true,
	archive: requestArchive,
	fields: requestFields,
	neverEmpty: ['title', 'category'],
	filters: requestFilters,
	example: { Title: 'My request', Category: { TicketCategoryId: 1 } },
	simplified: [
		...['ticketId', 'title', 'category', 'status', 'priority', 'ownedBy', 'person', 'createdAt'],
		...['lastChanged', 'deadline'],
	],
	defaultOperation: 'create',
	guarded: [FILE_NAMES, MESSAGE_ID],
	operations: {
		addMessage,
		assign,
		create,
		delete: deleteRequest,
		fromMail,
		get,
		getAll: getMany,
		getAttachments,
		getCustomFields,
		getDefaults,
		getMessage,
		getMessages,
		merge: mergeRequests,
		restore,
		setStatus,
		update: {
			...update,
			description:
				'Update a request; only the given fields are changed. SuperOffice has no guard against what others change meanwhile.',
		},
		upsert,
	},
};
