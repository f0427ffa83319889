import { FIELDS } from '../customFields/fields';
import { PROJECT_STATUSES, PROJECT_TYPES } from '../lists/projectItems';
import { PROJECT_MEMBER } from '../members/rowKinds';
import { rowsOf } from '../members/rows';
import { NEVER } from '../records/kind';
import type { ProjectSeed } from '../tenant/workCarriers';
import { column, type Archive, type Column } from './columns';
import { customFieldColumns } from './customFieldColumns';
import { memberColumns } from './members';
import { nested } from './nested';
import { EntityColumns } from './ofEntities';
import { EVERY_ROW, everyRow, listColumn, ownerColumn, ownerColumns } from './shown';

const from = new EntityColumns<ProjectSeed>('Project', 'projects');

const owner = ({ associateId }: ProjectSeed) => associateId;
const description = from.of('string', 'Description').raw;

/** The columns of a project, which other archives have behind a prefix. */
export const projectColumns: Record<string, Column<ProjectSeed>> = {
	projectId: column('int', ({ id }) => id),
	name: column('stringorPK', ({ name }) => name),
	number: column('string', ({ number }) => number),
	text: column('string', ({ name }) => name),
	description: column('string', description),
	hasInfoText: column('bool', (row, context) => description(row, context) !== ''),
	type: listColumn({ raw: ({ typeId }) => typeId }, PROJECT_TYPES, 'projecttype'),
	status: listColumn({ raw: ({ statusId }) => statusId }, PROJECT_STATUSES, 'projstatus'),
	statusRank: column('none', ({ statusId }) =>
		PROJECT_STATUSES.findIndex(({ id }) => id === statusId),
	),
	completed: column('bool', ({ completed }) => completed),
	endDate: column('date', ({ endDate }) => endDate),
	startDate: from.of('date', 'StartDate', { otherwise: NEVER }),
	nextMilestone: from.of('date', 'NextMilestoneDate', { otherwise: NEVER }),
	hasGuide: column(
		'bool',
		({ typeId }) => PROJECT_TYPES.find(({ id }) => id === typeId)?.hasGuide ?? false,
	),
	activeErpLinks: column('bool', () => false),
	eventId: column('int', () => 0),
	associateId: ownerColumn(owner),
	...ownerColumns('projectAssociate', owner),
	...from.stamps((name) => name),
	'project/infoText': column('positiveString', description),
	'projectUrl/URLAddress': from.ofList(['Urls']),
	'projectPublish/isPublished': from.of('bool', 'IsPublished', { otherwise: false }),
	'projectPublish/publishedFrom': from.of('date', 'PublishFrom', { otherwise: NEVER }),
	'projectPublish/publishedTo': from.of('date', 'PublishTo', { otherwise: NEVER }),
	...customFieldColumns<ProjectSeed>(
		FIELDS.Project,
		{ udef: 'projectUdef' },
		(row, context) => from.written(row, context)?.CustomFields,
	),
};

/** The archive behind GET /Project: what its reference says, as far as the tenant's records have it. */
export const findProject: Archive<ProjectSeed> = {
	name: 'FindProject',
	entities: ['project'],
	entity: () => 'project',
	key: ({ id }) => id,
	rows: ({ projects }) => projects.after(),
	index: { column: 'projectId', after: ({ projects }, key) => projects.after(key) },
	unordered: EVERY_ROW,
	columns: {
		...projectColumns,
		// That a project with several members is one row all the same is a guess.
		...nested('projectMember', memberColumns, ({ id }, { data }) =>
			rowsOf(data, PROJECT_MEMBER, id),
		),
		...everyRow(),
	},
};
