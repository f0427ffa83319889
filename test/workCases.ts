import type { ProjectParameter } from '../nodes/entities/project/project.fields';
import type { SaleParameter } from '../nodes/entities/sale/sale.fields';
import { dictionaries, entry, flat, grouped, object, time, type RecordCase } from './recordCases';
import { byId, byName } from './support';

/** A day, which is the tenant's: midnight in Oslo. */
const day: RecordCase = {
	enter: '2026-12-24T00:00:00',
	item: '2026-12-24',
	wire: '2026-12-23T23:00:00Z',
};

export const named = (name: string, wire: object): RecordCase => ({
	enter: byName(name),
	item: name,
	wire,
});

/** A text of digits, which is sent as a number. */
const amount = (text: string, wire: number): RecordCase => ({ enter: text, wire });

export const links: RecordCase = {
	enter: {
		link: [{ entityName: 'contact', id: byId(2), additionalFields: { description: 'Supplier' } }],
	},
	item: [{ entityName: 'contact', id: 2, description: 'Supplier' }],
	wire: [{ EntityName: 'contact', Id: 2, Description: 'Supplier' }],
};

/** What sales and projects have alike. */
const shared = {
	...dictionaries,
	activeErpLinks: flat(1),
	activeLinks: flat(2),
	associate: entry({ AssociateId: 4 }, 4),
	createdBy: entry({ AssociateId: 1 }, 1),
	createdDate: time,
	isPublished: flat(true),
	links,
	postit: flat('One\nTwo'),
	publishEventDate: time,
	publishFrom: time,
	publishTo: time,
	updatedBy: entry({ AssociateId: 2 }, 2),
	updatedDate: time,
};

export const saleCases: Record<SaleParameter, RecordCase> = {
	...shared,
	heading: flat('Kai & Sønner «avtale» 東京'),
	contact: named('Fjord Shipping AS', { ContactId: 1 }),
	person: entry({ PersonId: 10 }, 10),
	amount: amount('1250,50', 1250.5),
	currency: named('EUR', { Id: 2 }),
	rating: named('Proposal', { Id: 3 }),
	saledate: day,
	saleType: named('Service', { Id: 2 }),
	project: entry({ ProjectId: 1 }, 1),
	number: flat('00042'),
	status: flat('Stalled'),
	completed: flat('Started'),
	source: named('campaign', { Id: 2 }),
	probability: flat(35),
	saleText: flat('One\nTwo'),
	earning: amount('-12.5', -12.5),
	earningPercent: amount('33.333', 33.333),
	competitor: entry({ Id: 2 }, 2),
	credited: entry({ Id: 1 }, 1),
	reason: named('Price', { Id: 1 }),
	reasonSold: named('Performance', { Id: 2 }),
	reasonStalled: named('Reorganization', { Id: 2 }),
	reopenDate: day,
	visibleFor: {
		enter: { entry: [{ visibility: 'Associate', visibleId: byId(4) }] },
		item: [{ visibility: 'Associate', visibleId: 4 }],
		wire: [{ Visibility: 'Associate', VisibleId: 4 }],
	},
	saleId: flat(0),
	appointment: object({ AppointmentId: 305 }),
	nextDueDate: time,
	saleStakeholders: object([{ PersonId: 40, ContactId: 4 }]),
};

export const projectCases: Record<ProjectParameter, RecordCase> = {
	...shared,
	name: flat('Messe «Vår» 東京'),
	projectType: named('Internal', { Id: 2 }),
	projectStatus: named('Stopped', { Id: 4 }),
	endDate: day,
	projectNumber: flat('00042'),
	description: flat('One\nTwo'),
	completed: flat(true),
	urls: grouped('https://example.com/å', 'example.org'),
	projectId: flat(0),
	activeStatusMonitorId: flat(3),
	eventId: flat(5),
	startDate: time,
	hasImage: flat(false),
	imageDescription: flat('Logo'),
	nextMilestoneDate: time,
	nmdAppointmentId: flat(305),
	projectMembers: object([{ PersonId: 40, ContactId: 4 }]),
};
