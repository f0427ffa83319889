import { create } from '../../crud/create';
import { deleteOperation } from '../../crud/delete';
import { findDuplicates } from '../../crud/findDuplicates';
import { get } from '../../crud/get';
import { getCustomFields } from '../../crud/getCustomFields';
import { getDefaults } from '../../crud/getDefaults';
import { getLinks } from '../../crud/getLinks';
import { getMany } from '../../crud/getMany';
import { getRelated } from '../../crud/getRelated';
import { FILL_EMPTY, merge } from '../../crud/merge';
import { setCompleted } from '../../crud/setCompleted';
import { update } from '../../crud/update';
import { upsert } from '../../crud/upsert';
import { validate } from '../../crud/validate';
import type { FieldTable } from '../../shared/fields/table';
import { text } from '../../shared/fields/text';
import type { EntityDefinition } from '../entity';
import type { MemberList } from '../members/memberList';
import { addMembers, getMembers, removeMembers } from '../members/operations';
import { activityLists } from '../related';
import { projectArchive } from './project.archive';
import { projectFields } from './project.fields';
import { projectFilters } from './project.filters';

/** Persons and companies that belong to a project (SuperOffice's ProjectMember). */
const members: MemberList = {
	words: ['member', 'members'],
	property: 'ProjectMembers',
	id: 'ProjectmemberId',
	role: { key: 'ProjectMemberTypeId', label: 'Member Type', method: 'projectMemberType' },
	methods: {
		get: 'GetProjectMembers',
		add: 'AddProjectMembers',
		remove: 'DeleteProjectMembers',
	},
	added: (ProjectEntityId, ProjectMembers) => ({ ProjectEntityId, ProjectMembers }),
	removed: (ProjectEntityId, MemberIds) => ({ ProjectEntityId, MemberIds }),
};

const duplicateFields = {
	name: { label: 'Name', kind: text, help: 'Name of the project to look for' },
} satisfies FieldTable;

/** SuperOffice's projects. */
export const project: EntityDefinition = {
	name: 'Project',
	label: 'Project',
	words: { a: 'a project', one: 'project', many: 'projects' },
	id: 'ProjectId',
	table: 'project',
	source: 'project',
	archive: projectArchive,
	fields: projectFields,
	neverEmpty: ['name'],
	filters: projectFilters,
	keys: {
		projectNumber: { label: 'Number', parameter: 'projectNumber', column: 'number' },
		name: { label: 'Name', parameter: 'name', column: 'name' },
	},
	example: { Name: 'My project' },
	simplified: [
		...['projectId', 'name', 'projectNumber', 'projectType', 'projectStatus', 'associate'],
		...['endDate', 'completed', 'description'],
	],
	defaultOperation: 'create',
	operations: {
		addMembers: addMembers(members),
		create,
		delete: deleteOperation,
		findDuplicates: findDuplicates(duplicateFields, ['name'], ({ Name }) => [
			{ method: 'GetDuplicates', body: { Name } },
		]),
		get,
		getAll: getMany,
		getCustomFields,
		getDefaults,
		getLinks,
		getMembers: getMembers(members),
		getRelated: getRelated(activityLists),
		merge: merge({
			switches: [FILL_EMPTY],
			description: 'Merge a project into another one; the first one disappears for good',
		}),
		removeMembers: removeMembers(members),
		setCompleted: setCompleted(true, false),
		update,
		upsert,
		validate,
	},
};
