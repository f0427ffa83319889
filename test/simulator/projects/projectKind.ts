import { FIELDS } from '../customFields/fields';
import { PROJECT_MEMBER } from '../members/rowKinds';
import { deleteRows, replaceRows, writeRows } from '../members/rows';
import { acceptLinks, linkCount } from '../records/carrierLists';
import { NEVER, type Kind } from '../records/kind';
import { changeAppointments } from '../records/merge';
import { nextNumber } from '../records/numbers';
import * as references from '../records/references';
import type { Carrier } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import { repointTickets } from '../tickets/repoint';
import { projectCarrier } from './projectCarrier';
import { checkProject, followProject, plannedEnd } from './projectRules';

/** What a new project starts with: preferences of this tenant. */
const TYPE = 1;
const STATUS = 1;

/** Gives the sales of a project another one, or none. */
export function moveSales({ sales }: Data, projectId: number, destination: number): void {
	for (const seed of [...sales.seeds.values()]) {
		if (seed.projectId === projectId) sales.set({ ...seed, projectId: destination });
	}
}

/** Projects: properties are those of the OpenAPI file. */
export const PROJECT: Kind = {
	name: 'Project',
	id: 'ProjectId',
	list: 'projects',
	fields: FIELDS.Project,
	references: {
		Associate: references.associate,
		ProjectType: references.projectType,
		ProjectStatus: references.projectStatus,
	},
	choices: {},
	elements: { Urls: 'text' },
	lengths: { Name: 219, ProjectNumber: 49, Description: 2047, Postit: 2047 },
	mandatory: ['Name', 'ProjectType'],
	setByServer: [
		...['CreatedBy', 'CreatedDate', 'UpdatedBy', 'UpdatedDate', 'HasImage', 'ImageDescription'],
		...['ActiveStatusMonitorId', 'ActiveLinks', 'ActiveErpLinks', 'NextMilestoneDate'],
		...['NmdAppointmentId', 'EventId', 'StartDate', 'ProjectMembers'],
		...['TableRight', 'FieldProperties', '_Links'],
	],
	has: ({ projects }, id) => projects.seeds.has(id),
	next: ({ projects }) => projects.next,
	cleared: () => ({
		...{ Name: '', ProjectNumber: '', Description: '', Postit: '', Urls: [], Links: [] },
		...{ EndDate: NEVER, Completed: false, ProjectMembers: [], ActiveLinks: 0 },
		...{ HasImage: false, ImageDescription: '', ActiveStatusMonitorId: 0, ActiveErpLinks: 0 },
		...{ NextMilestoneDate: NEVER, NmdAppointmentId: 0, EventId: 0, StartDate: NEVER },
		...{ IsPublished: false, PublishEventDate: NEVER, PublishFrom: NEVER },
		PublishTo: '9999-12-31T23:59:59',
	}),
	// Which of these a tenant's preferences say, and how, is a guess.
	defaults: (data) => ({
		Associate: { AssociateId: SESSION_USER },
		ProjectType: { Id: TYPE },
		ProjectStatus: { Id: STATUS },
		EndDate: plannedEnd(data, TYPE),
		ProjectNumber: nextNumber(data, 'Project'),
	}),
	ofSeed: ({ projects }, id) => {
		const seed = projects.seeds.get(id);
		if (!seed) return {};
		return {
			...{ Name: seed.name, ProjectNumber: seed.number, EndDate: seed.endDate },
			Completed: seed.completed,
			Associate: { AssociateId: seed.associateId },
			ProjectType: { Id: seed.typeId },
			ProjectStatus: { Id: seed.statusId },
		};
	},
	toSeed: (data, entity) =>
		data.projects.set({
			id: Number(entity.ProjectId),
			name: String(entity.Name),
			number: String(entity.ProjectNumber),
			typeId: references.idOf(entity.ProjectType, references.projectType),
			statusId: references.idOf(entity.ProjectStatus, references.projectStatus),
			associateId: references.idOf(entity.Associate, references.associate),
			endDate: String(entity.EndDate),
			completed: entity.Completed === true,
			more: projectCarrier(entity),
		}),
	computed: (data, entity) => ({
		ActiveLinks: linkCount(entity),
		ProjectMembers: writeRows(data, PROJECT_MEMBER, Number(entity.ProjectId)),
	}),
	check: checkProject,
	follow: followProject,
	saveRows: (data, id, sent) => replaceRows(data, PROJECT_MEMBER, id, sent.ProjectMembers),
	// That sales, requests and appointments lose a project which is deleted is a guess.
	forget: (data, id) => {
		deleteRows(data, PROJECT_MEMBER, id);
		moveSales(data, id, 0);
		repointTickets(data, 'projectId', id, 0);
		const isOfProject = ({ Project }: Carrier) =>
			references.idOf(Project, references.project) === id;
		changeAppointments(data, isOfProject, { Project: null });
	},
	accept: { Links: acceptLinks },
};
