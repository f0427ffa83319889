import type { Carrier, Value } from '../tenant/carriers';
import { missingMandatory } from '../customFields/dictionaries';
import { FIELDS } from '../customFields/fields';
import type { Data } from '../tenant/data';
import type { Clock } from '../engine/dates';
import { multi, translate, type Locale } from '../engine/languages';
import { draftAppointment } from './save';
import { bodyValue } from '../engine/values';

/** The length of an appointment's title in the official client's fixture. */
const TITLE_LENGTH = 4000;

const ENGLISH: Locale = { language: 'US', culture: 'en' };

const MESSAGES = {
	EndDate: multi('The end is before the start.', 'Slutt er før start.'),
	Title: multi('The title is too long.', 'Tittelen er for lang.'),
	Person: multi('The person is not of the company.', 'Personen hører ikke til firmaet.'),
};

function isOfContact({ Person, Contact }: Carrier): boolean {
	const person = bodyValue(Person, 'ContactId');
	const contact = bodyValue(Contact, 'ContactId');
	return person === undefined || contact === undefined || person === contact;
}

/**
 * What POST /Appointment/Validate answers. Keys, rules and words are documented nowhere: a guess.
 * @returns messages by the names of properties and the keys of custom fields, none if all is well
 * @throws Failure for what a save refuses
 */
export function validateAppointment(
	data: Data,
	body: Value | undefined,
	clock: Clock,
	locale: Locale = ENGLISH,
): Carrier {
	const { entity, stored, sent } = draftAppointment(data, body, clock);
	// A default end that the client never saw is nothing to complain about.
	const hasEnd = stored !== undefined || sent.includes('EndDate');
	const missing = missingMandatory(FIELDS.Appointment, entity).map(({ key, label }) => {
		const name = translate(label, locale);
		const text = multi(`${name} must be filled in.`, `${name} må fylles ut.`);
		return [key, translate(text, locale)];
	});
	const broken: Array<[keyof typeof MESSAGES, boolean]> = [
		['EndDate', hasEnd && String(entity.EndDate) < String(entity.StartDate)],
		['Title', String(entity.Title).length > TITLE_LENGTH],
		['Person', !isOfContact(entity)],
	];
	return Object.fromEntries([
		...broken.filter(([, is]) => is).map(([key]) => [key, translate(MESSAGES[key], locale)]),
		...missing,
	]) as Carrier;
}
