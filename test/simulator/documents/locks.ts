import type { Carrier } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import { fileOf, withVersion, type DocumentFile, type Version } from './files';
import { mustHave } from './storing';

/** What calls of a plugin answer (OpenAPI file). */
export const returnInfo = (more: Carrier = {}): Carrier => ({
	ExternalReference: '',
	VersionId: '',
	Success: true,
	Type: 'None',
	Value: '',
	AdditionalInfo: '',
	...more,
});

/** What a plugin answers that does not do what it was asked: that this is no error is a guess. */
export const refusal = (message: string): Carrier =>
	returnInfo({ Success: false, Type: 'Message', Value: message });

const latest = ({ versions }: DocumentFile): string => versions.at(-1)?.id ?? '';

const nameOf = ({ associates }: Data, id: number): string =>
	associates.seeds.get(id)?.fullName ?? '';

const heldByOther = (data: Data, id: number): Carrier =>
	refusal(`The document is checked out by ${nameOf(data, id)}`);

/** The state of a document as its calls see it. */
export function checkoutState(data: Data, id: number): Carrier {
	const { LockSemantics } = mustHave(data, id);
	if (LockSemantics === 'None') return { State: 'LockingNotSupported', AssociateId: 0, Name: '' };
	const { lock } = fileOf(data, id);
	if (!lock) return { State: 'NotCheckedOut', AssociateId: 0, Name: '' };
	const State = lock.associateId === SESSION_USER ? 'CheckedOutOwn' : 'CheckedOutOther';
	return { State, AssociateId: lock.associateId, Name: nameOf(data, lock.associateId) };
}

/** Checks a document out; that a second time changes nothing is a guess. */
export function checkout(data: Data, id: number): Carrier {
	const { LockSemantics } = mustHave(data, id);
	const file = fileOf(data, id);
	const { lock, content } = file;
	if (LockSemantics === 'None') return refusal('The document cannot be locked');
	if (lock && lock.associateId !== SESSION_USER) return heldByOther(data, lock.associateId);
	if (!lock) {
		const held = { associateId: SESSION_USER, before: content };
		data.files.set(id, { ...file, lock: held });
	}
	return returnInfo({ VersionId: latest(file) });
}

/** What a call does with a document that the session user has checked out; others are refused. */
function withOwn(
	data: Data,
	id: number,
	act: (file: DocumentFile, entity: Carrier) => DocumentFile,
): Carrier {
	const entity = mustHave(data, id);
	const file = fileOf(data, id);
	if (!file.lock) return refusal('The document is not checked out');
	const { associateId } = file.lock;
	if (associateId !== SESSION_USER) return heldByOther(data, associateId);
	const after = { ...act(file, entity), lock: undefined };
	data.files.set(id, after);
	return returnInfo({ VersionId: latest(after) });
}

/** Checks a document in; with versions this makes another one. */
export function checkin(
	data: Data,
	id: number,
	more: Pick<Version, 'description' | 'extraFields'>,
): Carrier {
	return withOwn(data, id, (file, { LockSemantics }) =>
		LockSemantics === 'Versioning' ? withVersion(data, file, more) : file,
	);
}

/** Gives up a checkout, with what was changed in it. */
export const undoCheckout = (data: Data, id: number): Carrier =>
	withOwn(data, id, (file) => ({ ...file, content: file.lock?.before }));

/** The versions of a document that were checked in, the oldest first: the order is a guess. */
export function versionsOf(data: Data, id: number): Carrier[] {
	mustHave(data, id);
	return fileOf(data, id).versions.map((version) => ({
		ExternalReference: '',
		DocumentId: id,
		VersionId: version.id,
		CheckedInDate: version.date,
		CheckedInByName: nameOf(data, version.associateId),
		CheckedInByAssociateId: version.associateId,
		Description: version.description,
		DisplayText: [version.id, version.description].filter((text) => text !== '').join(' '),
		ExtraFields: version.extraFields,
	}));
}
