import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import {
	callsOf,
	dateArgument,
	idsArgument,
	numberArgument,
	numberInQuery,
	textArgument,
	type Calls,
} from '../engine/calls';
import { badArgument } from '../engine/failures';
import { bodyArgument, presentAt } from '../engine/requests';
import { bodyValue } from '../engine/values';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import type { DocumentSeed } from '../tenant/documents';
import { createFromTemplate, pairTags, readTags, type Tags } from './fromTemplate';
import * as locks from './locks';
import { typeOfFile } from './mimeTypes';
import { capabilities, pluginList, propertiesOf, urlOf } from './plugins';
import { simpleDocument, simpleDocuments } from './simpleDocument';
import { contentOf, deleteContent, lengthOf, mustHave, renameFile, storeContent } from './storing';
import { fromBase64, sanitized, sendStream } from './streams';

const idIn = (request: FastifyRequest) => numberArgument(request, 'DocumentId');

const textsIn = (request: FastifyRequest, name: string): string[] => {
	const found = bodyArgument(request, name);
	return Array.isArray(found) ? found.map(String) : [];
};

/** Adds the calls that store content. */
function addStoring({ entity, value }: Calls, data: () => Data): void {
	entity('SetDocumentStreamFromId', (request) =>
		storeContent(data(), idIn(request), fromBase64(bodyArgument(request, 'Stream'))),
	);
	// That the rest of the entity is not saved with it is a guess, as is that files are kept by default.
	entity('SetDocumentStream', (request) => {
		const id = Number(bodyValue(bodyArgument(request, 'DocumentEntity'), 'DocumentId') ?? 0);
		if (lengthOf(data(), id, '') > 0 && bodyArgument(request, 'OverwriteExistingData') !== true) {
			throw badArgument(`Document id ${id} has a file`);
		}
		return storeContent(data(), id, fromBase64(bodyArgument(request, 'Stream')));
	});
	const fromTemplate = (name: string, tagsOf: (request: FastifyRequest) => Tags) =>
		entity(`CreateNewPhysicalDocumentFromTemplate${name}`, (request) =>
			createFromTemplate(data(), idIn(request), {
				contactId: numberArgument(request, 'ContactId'),
				tags: tagsOf(request),
			}),
		);
	fromTemplate('', () => ({}));
	fromTemplate('WithCustomTags', (request) =>
		pairTags(bodyArgument(request, 'CustomTags'), bodyArgument(request, 'CustomValues')),
	);
	// The documentation's sample has longer names here than the REST call says.
	fromTemplate('WithCustomTags2', (request) => readTags(bodyArgument(request, 'CustomTags'), true));
	value('RenameDocument', (request) =>
		renameFile(data(), idIn(request), textArgument(request, 'NewFilename')),
	);
	value('DeletePhysicalDocument', (request) => {
		deleteContent(data(), idIn(request));
		return locks.returnInfo();
	});
}

/** Adds the calls that read content. */
function addReading(app: FastifyInstance, agent: string, data: () => Data): void {
	const stream = (name: string, find: (request: FastifyRequest) => ReturnType<typeof contentOf>) =>
		app.post(
			`${agent}/${name}`,
			async (request, reply: FastifyReply) => await sendStream(request, reply, find(request)),
		);
	stream('GetDocumentStream', (request) => contentOf(data(), idIn(request)));
	stream('GetSanitizedDocumentStream', (request) => sanitized(contentOf(data(), idIn(request))));
	stream('GetDocumentStreamFromEntity', (request) => {
		const id = bodyValue(bodyArgument(request, 'DocumentEntity'), 'DocumentId');
		return contentOf(data(), Number(id ?? 0));
	});
	const { value, nothing } = callsOf(app, agent);
	nothing('VerifyGetDocumentStream', (request) => void contentOf(data(), idIn(request)));
	value('GetPreviewDocumentStream', (request) => {
		const { name, content } = sanitized(contentOf(data(), idIn(request)));
		const Stream = content.toString('base64');
		const file = { Name: name, Type: typeOfFile(name), Size: content.length, Stream };
		return { ...file, TableRight: null, FieldProperties: {} };
	});
	value('GetDocumentLength', (request) =>
		lengthOf(data(), idIn(request), textArgument(request, 'VersionId')),
	);
	value('GetDocumentUrl', (request) =>
		urlOf(data(), idIn(request), textArgument(request, 'VersionId')),
	);
}

/** Adds the calls that lock documents, and what else their plugins do. */
function addPlugins({ value }: Calls, data: () => Data): void {
	value('GetCheckoutState', (request) => locks.checkoutState(data(), idIn(request)));
	value('CheckoutDocument', (request) => locks.checkout(data(), idIn(request)));
	value('UndoCheckoutDocument', (request) => locks.undoCheckout(data(), idIn(request)));
	value('CheckinDocument', (request) =>
		locks.checkin(data(), idIn(request), {
			description: textArgument(request, 'VersionDescription'),
			extraFields: textsIn(request, 'VersionExtraFields'),
		}),
	);
	value('GetVersionList', (request) => presentAt(request, locks.versionsOf(data(), idIn(request))));
	value('GetPluginList', pluginList);
	value('GetPluginCapabilities', (request) => capabilities(numberArgument(request, 'PluginId')));
	value('GetDocumentProperties', (request) =>
		propertiesOf(data(), idIn(request), textsIn(request, 'RequestedProperties')),
	);
	value('GetDocumentCommands', (request) => {
		mustHave(data(), idIn(request));
		return [];
	});
	value('ExecuteDocumentCommand', (request) => {
		mustHave(data(), idIn(request));
		return locks.refusal('There is no such command');
	});
}

/** Adds the calls that answer documents without what is nested in them. */
function addLists({ entity, value }: Calls, data: () => Data): void {
	const write = (request: FastifyRequest, isMeant: (seed: DocumentSeed) => boolean): Carrier[] =>
		presentAt(request, simpleDocuments(data(), isMeant)) as Carrier[];
	entity('GetDocument', (request) => simpleDocument(data(), numberInQuery(request, 'documentId')));
	value('GetDocumentList', (request) => {
		const ids = idsArgument(request.body as Value | undefined, 'documentIds');
		return write(request, ({ id }) => ids.includes(id));
	});
	value('GetSaleDocuments', (request) => {
		const wanted = numberArgument(request, 'SaleId');
		return write(request, ({ saleId }) => saleId === wanted);
	});
	value('GetPersonDocuments', (request) => {
		const wanted = numberArgument(request, 'PersonId');
		return write(request, ({ personId }) => personId === wanted);
	});
	for (const key of ['contactId', 'projectId'] as const) {
		const record = key === 'contactId' ? 'Contact' : 'Project';
		value(`Get${record}Documents`, (request) => {
			const wanted = numberArgument(request, `${record}Id`);
			const [start, end] = ['StartTime', 'EndTime'].map((name) => dateArgument(request, name));
			const count = numberArgument(request, 'Count');
			const found = write(
				request,
				({ [key]: id, date }) => id === wanted && date >= start && date <= end,
			);
			return found.slice(0, count);
		});
	}
}

/** Adds the agent calls that only documents have. */
export function addDocumentAgent(app: FastifyInstance, agent: string, data: () => Data): void {
	const calls = callsOf(app, agent);
	addStoring(calls, data);
	addReading(app, agent, data);
	addPlugins(calls, data);
	addLists(calls, data);
}
