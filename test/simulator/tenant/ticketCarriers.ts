import { inEnglish } from '../engine/languages';
import type { ListItem } from '../lists/items';
import {
	categoryOf,
	fullNameOf,
	statusOf,
	type TicketCategory,
	type TicketStatus,
	type TicketType,
} from '../lists/ticketItems';
import { extras, type Carrier } from './carriers';
import { ejUserOf, type AttachmentSeed } from './ticketSeeds';

export function ticketStatus(seed: TicketStatus): Carrier {
	return {
		TicketStatusId: seed.id,
		Name: inEnglish(seed.name),
		Status: seed.base,
		TimeCounter: seed.counter,
		NoEmailReopen: seed.noEmailReopen ?? false,
		IsDefault: seed.isDefault ?? false,
		UsedInQueue: seed.usedInQueue ?? false,
		...extras(),
	};
}

/** The template of a category, else that of those above it. */
function effectiveTemplate({ replyTemplateId, parentId }: TicketCategory): number {
	const above = categoryOf(parentId);
	return replyTemplateId || (above ? effectiveTemplate(above) : 0);
}

export function ticketCategory(seed: TicketCategory): Carrier {
	const status = statusOf(seed.statusId);
	return {
		TicketCategoryId: seed.id,
		ParentId: seed.parentId || -1,
		Name: seed.name,
		Fullname: fullNameOf(seed),
		CategoryMaster: seed.masterId === 0 ? 0 : ejUserOf(seed.masterId),
		Flags: seed.toMaster ? 'DefaultToCategoryMaster' : 'Unknown',
		DelegateMethod: seed.method,
		ExternalName: '',
		ClosingStatus: 'UserDefined',
		MsgClosingStatus: 'UserDefined',
		AssignmentLag: -1,
		ReplyTemplate: seed.replyTemplateId || -1,
		NotificationEmail: seed.notificationEmail ?? '',
		DefaultTicketStatus: status ? ticketStatus(status) : null,
		DefaultMessageStatus: null,
		EffectiveReplyTemplateId: effectiveTemplate(seed),
		ExtraFields: {},
		CustomFields: {},
		...extras(),
	};
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export function ticketPriority(seed: ListItem): Carrier {
	const hours = DAYS.flatMap((day) => [
		[`${day}Start`, '0001-01-01T08:00:00'],
		[`${day}Stop`, '0001-01-01T16:00:00'],
	]);
	return {
		TicketPriorityId: seed.id,
		Name: inEnglish(seed.name),
		Status: seed.deleted ? 'Deleted' : 'Normal',
		Flags: seed.id === 2 ? 'Default' : 'External',
		SortOrder: seed.id,
		...{ TicketRead: 'None', ChangedOwner: 'None', TicketNewinfo: 'None', TicketClosed: 'Stop' },
		...{ TicketChangedPriority: 'None', TicketNew: 'None', Deadline: 0 },
		...Object.fromEntries(hours),
		NonDates: [],
		EscalationLevels: [],
		...extras(),
	};
}

export function ticketType(seed: TicketType): Carrier {
	return {
		TicketTypeId: seed.id,
		Name: inEnglish(seed.name),
		Icon: '',
		DefaultTicketStatus: seed.statusId,
		DefaultTicketPriority: seed.priorityId,
		IsDefault: seed.isDefault ?? false,
		ShowInNew: seed.showInNew,
		ExcludeSignature: false,
		ExcludeEmailRecipients: false,
		ExternalAsDefault: seed.isExternal,
		VisibleForGroups: [],
		ReplyForwardNoSignature: false,
		ReplyExternalAsDefault: seed.isExternal,
		...extras(),
	};
}

export function tag(seed: ListItem): Carrier {
	return {
		Id: seed.id,
		Name: inEnglish(seed.name),
		ToolTip: '',
		TableRight: null,
		FieldProperties: {},
	};
}

/** An attachment's record, without its content; what is safe to open is a guess. */
export function attachment({ id, name, contentType, inline, contentId, content }: AttachmentSeed) {
	const isUnsafe = /\.(exe|com|bat|cmd|msi|js|vbs|ps1|scr)$/i.test(name);
	return {
		AttachmentId: id,
		Name: name,
		ContentType: contentType,
		AttSize: content.length,
		InlineImage: inline,
		ContentId: contentId,
		AuthKey: id === 0 ? '' : `key${id}`,
		IsSafeFileExtension: !isUnsafe,
		...extras(),
	} satisfies Carrier;
}
