import type { EntityArchive } from '../entity';

/** The columns of FindProject (SuperOffice's reference of archive providers). */
export const projectArchive: EntityArchive = {
	name: 'FindProject',
	key: 'projectId',
	customFields: 'projectUdef',
	filterExample: "name begins 'Spring' or hasGuide set true",
	properties: {
		ProjectId: 'projectId',
		Name: 'name',
		ProjectNumber: 'number',
		'ProjectType/Value': 'type',
		'ProjectStatus/Value': 'status',
		'Associate/AssociateId': 'projectAssociate/associateDbId',
		'Associate/FullName': 'projectAssociate/fullName',
		EndDate: 'endDate',
		Completed: 'completed',
		Description: 'description',
		NextMilestoneDate: 'nextMilestone',
		EventId: 'eventId',
		StartDate: 'startDate',
		IsPublished: 'projectPublish/isPublished',
		PublishFrom: 'projectPublish/publishedFrom',
		PublishTo: 'projectPublish/publishedTo',
		CreatedDate: 'registeredDate',
		'CreatedBy/FullName': 'registeredByFullName',
		UpdatedDate: 'updatedDate',
		'UpdatedBy/FullName': 'updatedByFullName',
	},
	period: { start: 'endDate', end: 'endDate', day: 'end date' },
	otherColumns: [
		...['statusRank', 'associateId', 'hasInfoText', 'icon', 'updatedBy', 'registeredBy'],
		...['hasGuide', 'imageThumbnail', 'activeErpLinks'],
	],
	// Headings that a sheet of projects may have.
	wordColumns: ['text'],
	marks: ['statusRank', 'nextMilestone', 'registeredByFullName', 'imageThumbnail'],
	joined: [
		...['project', 'projectAssociate', 'projectEvent', 'projectMember', 'projectPublish'],
		...['projectUrl', 'appointment', 'document', 'sale'],
	],
};
