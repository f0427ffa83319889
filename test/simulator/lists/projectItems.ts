import { multi } from '../engine/languages';
import type { ListItem } from './items';

/** A type of projects. */
export interface ProjectType extends ListItem {
	/** How long they usually take, 0 for no usual length. */
	duration: number;
	/** Number of a DurationUnit. */
	unit: number;
	hasGuide: boolean;
	/** Numbers of the statuses of its guide, in order. */
	statuses: number[];
}

const NO_GUIDE = { duration: 0, unit: 0, hasGuide: false, statuses: [] };

export const PROJECT_TYPES: ProjectType[] = [
	{ id: 1, name: multi('Marketing', 'Markedsføring'), ...NO_GUIDE },
	{ id: 2, name: multi('Internal', 'Internt'), ...NO_GUIDE },
	{
		...{ id: 3, name: multi('Delivery', 'Leveranse'), hasGuide: true },
		...{ duration: 3, unit: 6, statuses: [2, 1, 3] },
	},
	{ id: 4, name: multi('Trade Fair', 'Messe'), ...NO_GUIDE, deleted: true },
	{ id: 5, name: multi('Acquisition', 'Oppkjøp'), ...NO_GUIDE, hidden: true },
];

export const PROJECT_STATUSES: ListItem[] = [
	{ id: 1, name: multi('Active', 'Aktiv') },
	{ id: 2, name: multi('Planned', 'Planlagt') },
	{ id: 3, name: multi('Completed', 'Avsluttet') },
	{ id: 4, name: multi('Stopped', 'Stoppet') },
	{ id: 5, name: multi('Shelved', 'Skrinlagt'), deleted: true },
	{ id: 6, name: multi('Confidential', 'Fortrolig'), hidden: true },
];

/** What members do in a project: the list `pmembtype`. */
export const MEMBER_TYPES: ListItem[] = [
	{ id: 1, name: multi('Client', 'Oppdragsgiver') },
	{ id: 2, name: multi('Project Manager', 'Prosjektleder') },
	{ id: 3, name: multi('Project Member', 'Prosjektmedlem') },
	{ id: 4, name: multi('External Contact', 'Ekstern kontakt') },
	{ id: 5, name: multi('Secretary', 'Sekretær'), deleted: true },
	{ id: 6, name: multi('Board', 'Styret'), hidden: true },
];

/** How members of external events answered: numbers are those of the list's documentation. */
export const PARTICIPANT_STATUSES: ListItem[] = [
	{ id: 0, name: multi('Unknown', 'Ukjent') },
	{ id: 1, name: multi('Not reacted', 'Ikke svart') },
	{ id: 2, name: multi('Declined', 'Avslått') },
	{ id: 3, name: multi('Registered', 'Påmeldt') },
	{ id: 4, name: multi('Attending', 'Deltar') },
	{ id: 5, name: multi('No-show', 'Ikke møtt') },
];
