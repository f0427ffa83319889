import { multi } from '../engine/languages';
import type { Heading, ListItem } from './items';

export const BUSINESSES: ListItem[] = [
	{ id: 1, name: 'IT' },
	{ id: 2, name: multi('Retail', 'Handel') },
	{ id: 3, name: multi('Shipping', 'Skipsfart') },
	{ id: 4, name: multi('Telegraphy', 'Telegrafi'), deleted: true },
	{ id: 5, name: multi('Defense', 'Forsvar'), hidden: true },
];

export const POSITIONS: ListItem[] = [
	{ id: 1, name: multi('Management', 'Toppledelse') },
	{ id: 2, name: multi('Sales', 'Salg') },
	{ id: 3, name: multi('Technical', 'Teknisk') },
	{ id: 4, name: multi('Typist', 'Maskinskriver'), deleted: true },
	{ id: 5, name: multi('Board', 'Styret'), hidden: true },
];

export const TICKET_PRIORITIES: ListItem[] = [
	{ id: 1, name: multi('Low', 'Lav'), extraInfo: '1' },
	{ id: 2, name: multi('Medium', 'Middels'), extraInfo: '2' },
	{ id: 3, name: multi('High', 'Høy'), extraInfo: '3' },
	{ id: 4, name: multi('Urgent', 'Haster'), deleted: true },
];

export const CUSTOMER_LANGUAGES: ListItem[] = [
	{ id: 1, name: multi('Norwegian', 'Norsk') },
	{ id: 2, name: multi('English', 'Engelsk') },
	{ id: 3, name: multi('German', 'Tysk') },
];

export const SALUTATIONS: ListItem[] = [
	{ id: 1, name: multi('Engineer', 'Ingeniør') },
	{ id: 2, name: multi('Doctor', 'Doktor') },
];

export const MRMRS: ListItem[] = [
	{ id: 1, name: 'Mr.' },
	{ id: 2, name: 'Mrs.' },
	{ id: 3, name: 'Ms.' },
];

/** The list `contint`, which has no headings. */
export const COMPANY_INTERESTS: ListItem[] = [
	{ id: 1, name: multi('Reference', 'Referansekunde') },
	{ id: 2, name: multi('Prestige', 'Prestisjekunde') },
	{ id: 3, name: multi('Large Customer', 'Storkunde') },
	{ id: 4, name: multi('Fax News', 'Faksnytt'), deleted: true },
	{ id: 5, name: multi('Acquisition', 'Oppkjøp'), hidden: true },
];

/** Headings of `persint`; unlike those of tasks, their numbers are no items' ones (fixture of a person). */
export const PERSON_INTEREST_HEADINGS: Heading[] = [
	{ id: 24, name: multi('Events', 'Arrangementer') },
	{ id: 25, name: multi('Products', 'Produkter') },
];

/** The list `persint`: some stand under headings, others under none. */
export const PERSON_INTERESTS: ListItem[] = [
	{ id: 1, name: multi('Decision Maker', 'Beslutningstaker') },
	{ id: 2, name: multi('Price Lists', 'Prislister') },
	{ id: 3, name: multi('Seminars', 'Seminarer'), headings: [24] },
	{ id: 4, name: multi('Trade Fairs', 'Messer'), headings: [24] },
	{ id: 5, name: multi('Product News', 'Produktnyheter'), headings: [25] },
	{ id: 6, name: multi('Fax News', 'Faksnytt'), deleted: true },
];

/** Numbers of the next four lists are those of the reference's sample outputs. */
export const SHIPMENT_TYPES: ListItem[] = [
	{ id: 1, name: multi('Invitations', 'Invitasjoner') },
	{ id: 2, name: multi('News', 'Nyheter') },
	{ id: 3, name: multi('Promotions', 'Kampanjer') },
	{ id: 4, name: multi('Urgent messages', 'Viktige meldinger') },
];

export const LEAD_STATUSES: ListItem[] = [
	{ id: 1, name: multi('Open', 'Åpen') },
	{ id: 2, name: multi('Contacting', 'Kontaktes') },
	{ id: 3, name: multi('Disqualified', 'Diskvalifisert') },
	{ id: 4, name: multi('Re-nurture', 'Modnes på nytt') },
	{ id: 5, name: multi('Qualified', 'Kvalifisert') },
];

/** An item of the consents' lists, which addresses name by its key. */
export interface KeyedItem extends ListItem {
	key: string;
}

export const PURPOSES: KeyedItem[] = [
	{ id: 1, key: 'STORE', name: multi('Sales and service', 'Salg og service') },
	{ id: 2, key: 'EMARKETING', name: multi('E-marketing', 'E-markedsføring') },
];

/** The number of API is a guess: the sample does not have it. */
export const CONSENT_SOURCES: KeyedItem[] = [
	{ id: 1, key: 'USER', name: multi('Created by user', 'Registrert av bruker') },
	{ id: 5, key: 'WEBFORM', name: multi('Web form', 'Webskjema') },
	{ id: 8, key: 'API', name: 'API' },
];

export const LEGAL_BASES: KeyedItem[] = [
	{ id: 1, key: '61A', name: multi('Consent', 'Samtykke') },
	{ id: 2, key: '61B', name: multi('Contract', 'Kontrakt') },
	{ id: 6, key: '61F', name: multi('Legitimate interest', 'Berettiget interesse') },
	{ id: 7, key: 'WITHDRAWN', name: multi('Withdrawn', 'Trukket tilbake') },
];
