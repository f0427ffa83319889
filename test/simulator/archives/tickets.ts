import type { TicketSeed } from '../tenant/ticketSeeds';
import type { Archive } from './columns';
import { contactColumns, personColumns, personOf, UNORDERED } from './members';
import { nested } from './nested';
import { projectColumns } from './projects';
import { saleColumns } from './sales';
import { EVERY_ROW, everyRow } from './shown';
import { baseOf, contactOf, ticketColumns } from './ticketColumns';

/** The archive behind GET /Ticket: what its reference says, as far as the tenant's records have it. */
export const ticket: Archive<TicketSeed> = {
	name: 'Ticket',
	entities: ['ticket', 'ticketdisplayclosed'],
	// That closed requests are rows of the other entity is a guess.
	entity: (row) => (baseOf(row) === 'Closed' ? 'ticketdisplayclosed' : 'ticket'),
	key: ({ id }) => id,
	rows: ({ tickets }) => tickets.after(),
	index: { column: 'ticketId', after: ({ tickets }, key) => tickets.after(key) },
	unordered: [...EVERY_ROW, ...UNORDERED],
	columns: {
		...ticketColumns,
		...nested('person', personColumns, personOf),
		...nested('contact', contactColumns, contactOf),
		...nested('sale', saleColumns, ({ saleId }: TicketSeed, { data }) => {
			const found = data.sales.seeds.get(saleId);
			return found ? [found] : [];
		}),
		...nested('project', projectColumns, ({ projectId }: TicketSeed, { data }) => {
			const found = data.projects.seeds.get(projectId);
			return found ? [found] : [];
		}),
		...everyRow(),
	},
};
