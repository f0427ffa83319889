import { bookingOf, isInvitation } from '../appointments/booking';
import { identityOf, identityOfRow, ownerOf, participantsOf } from '../appointments/participants';
import { fullName, type Carrier } from '../tenant/carriers';
import { isCarrier } from '../engine/values';
import { column, type Archive, type Context } from './columns';
import { runArchive } from './query';
import type { Parameters } from './rows';

/** A participant together with the row of the booking that is his. */
interface Participant {
	given: Carrier;
	entity: string;
	id: number;
	row: Carrier | undefined;
}

function participants(context: Context, appointment: Carrier): Participant[] {
	const { data } = context;
	const rows = bookingOf(data, appointment);
	return participantsOf(rows[0]).map((given) => {
		const identity = identityOf(data, given);
		const id = Number(identity.slice(1)) || Number(given.EmailId);
		const isResource = data.associates.seeds.get(id)?.type === 'ResourceAssociate';
		const internal = isResource ? 'resource' : 'associate';
		const entity = identity.startsWith('p') ? 'externalPerson' : internal;
		const row = rows.find((one) =>
			isInvitation(one) ? identityOfRow(one) === identity : identity === `a${ownerOf(one)}`,
		);
		return { given, id, row, entity: identity === '' ? 'emailParticipant' : entity };
	});
}

const isInternal = ({ entity }: Participant) => entity === 'associate' || entity === 'resource';

function personOf({ id, entity }: Participant, { data }: Context) {
	return entity === 'externalPerson' ? data.persons.seeds.get(id) : undefined;
}

function nameOf(one: Participant, context: Context): string {
	const person = personOf(one, context);
	if (person) return fullName(person);
	const associate = isInternal(one) ? context.data.associates.seeds.get(one.id) : undefined;
	return associate?.fullName ?? String(one.given.EmailAddress ?? '');
}

const personId = (one: Participant, context: Context) =>
	personOf(one, context)?.id ??
	(isInternal(one) ? context.data.associates.seeds.get(one.id)?.personId : 0) ??
	0;

/** The archive of an appointment's participants: those of its whole booking. */
const participantsArchive = (context: Context, appointment: Carrier): Archive<Participant> => ({
	name: 'Participants',
	entities: ['associate', 'resource', 'externalPerson', 'emailParticipant'],
	entity: ({ entity }) => entity,
	// What the key of such rows is is documented nowhere: a guess.
	key: ({ id }) => id,
	rows: () => participants(context, appointment),
	ordered: ['fullName'],
	columns: {
		fullName: column('string', nameOf),
		personId: column('int', personId),
		contactId: column('int', (one) => personOf(one, context)?.contactId ?? 0),
		associateDbId: column('associate', (one) => (isInternal(one) ? one.id : 0)),
		participantAssociateId: column('none', (one) => (isInternal(one) ? one.id : 0)),
		participantPersonId: column('none', personId),
		sendEmail: column('none', ({ given }) => given.SendEmail === true),
		seen: column('none', ({ given }) => given.InvitationStatus !== 'Invitation'),
		status: column('none', ({ given }) => String(given.InvitationStatus)),
		rejectReason: column('none', ({ row }) => String(row?.RejectReason ?? '')),
		'email/emailAddress': column('string', (one) =>
			String(one.given.EmailAddress || (personOf(one, context)?.email ?? '')),
		),
	},
});

const linksArchive = (_context: Context, { Links }: Carrier): Archive<Carrier> => ({
	name: 'Links',
	entities: [
		...['appointment', 'sale', 'project', 'document', 'url', 'person', 'Contact', 'Selection'],
	],
	// The names of entities are those of links, whose case is documented in two ways: a guess.
	entity: ({ EntityName }) => String(EntityName),
	key: ({ Id }) => Number(Id),
	rows: () => (Array.isArray(Links) ? Links.filter(isCarrier) : []),
	ordered: ['text'],
	columns: {
		linkId: column('int', ({ LinkId }) => Number(LinkId ?? 0)),
		linkDescription: column('string', ({ Description }) => String(Description ?? '')),
		recordType: column('string', ({ EntityName }) => String(EntityName)),
		text: column('positiveString', ({ Description }) => String(Description ?? '')),
	},
});

/**
 * The answer of an archive about one appointment.
 * @throws Failure for parameters that are refused
 */
export function readPart(
	part: 'Participants' | 'Links',
	appointment: Carrier,
	parameters: Parameters,
	context: Context,
): Carrier {
	if (part === 'Links') return runArchive(linksArchive(context, appointment), parameters, context);
	return runArchive(participantsArchive(context, appointment), parameters, context);
}
