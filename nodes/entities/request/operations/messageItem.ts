import omit from 'lodash/omit';
import omitBy from 'lodash/omitBy';
import pick from 'lodash/pick';
import type { IDataObject } from 'n8n-workflow';

import { anyDateTime } from '../../../shared/fields/dateTime';
import { asRecord, isRecord, type Json, type JsonObject } from '../../../shared/json';
import { stripEmpty } from '../../../shared/shape';

/** What of an attachment comes out. */
const ATTACHMENT = ['AttachmentId', 'Name', 'ContentType', 'AttSize', 'InlineImage'];

/** Properties of messages that only repeat others, or are there for finding errors. */
const LEFT_OUT = [
	...['Ticket', 'Person', 'CreatedBy', 'AttachmentsInfo', 'SearchTitle', 'EmailHeader'],
	...['DebugInfo', 'MailSorter', 'ExtraFields', 'CustomFields'],
];

/** What SuperOffice's analysis says, 0 where it says nothing. */
const SENTIMENT = ['Sentiment', 'SentimentConfidence'];

/** Properties that are there even if they are empty. */
const TEXTS = ['Body', 'HtmlBody'];

const listOf = (value: Json | undefined): JsonObject[] =>
	Array.isArray(value) ? (value.filter(isRecord) as JsonObject[]) : [];

/**
 * A message as it comes out: its properties, whose it is, and its attachments.
 * @param id of the request
 * @param zone IANA zone in which its times come out
 */
export function messageItem(id: number, message: JsonObject, zone: string): IDataObject {
	const { CreatedAt, MessageHeaders, ...all } = stripEmpty(omit(message, LEFT_OUT)) as JsonObject;
	const judged = Number(message.SentimentConfidence) > 0 ? all : omit(all, SENTIMENT);
	const rest = omitBy(judged, (value, name) => value === '' && !TEXTS.includes(name));
	const { PersonId, FullName } = asRecord(message.Person);
	const headers = listOf(MessageHeaders).map((one) => pick(one, ['Name', 'Value']));
	return {
		TicketId: id,
		...rest,
		...(CreatedAt !== undefined && { CreatedAt: anyDateTime.inZone?.(CreatedAt, zone, zone) }),
		...(Number(PersonId) > 0 && { PersonId, PersonName: FullName }),
		...(headers.length > 0 && { MessageHeaders: headers }),
		Attachments: listOf(message.AttachmentsInfo).map((one) => pick(one, ATTACHMENT)),
	} as IDataObject;
}

/** An attachment as it comes out. */
export const attachmentItem = (id: number, attachment: JsonObject): IDataObject => ({
	TicketId: id,
	...pick(attachment, ATTACHMENT),
});
