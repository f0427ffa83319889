import { archive } from './archive';
import { mdoList } from './mdoList';
import type { Source } from './source';

/** The kinds of record that can be found by name: a new one is a line here. */
export const sources: Record<string, Source> = {
	associate: mdoList('associate', ['user', 'users']),
	diaryOwner: mdoList('diaryowner', ['user or resource', 'users or resources']),
	priority: mdoList('priority', ['priority', 'priorities']),
	task: mdoList('task', ['task', 'tasks']),
	timeZone: mdoList('timezone', ['time zone', 'time zones']),
	userGroup: mdoList('usergroup', ['user group', 'user groups']),
	appointment: archive({
		words: ['appointment', 'appointments'],
		path: 'Appointment',
		id: 'appointmentId',
		name: 'appointment/title',
		unnamed: 'No Title',
		time: 'date',
		details: ['contact/name', 'associate/fullName'],
	}),
	contact: archive({
		words: ['company', 'companies'],
		path: 'Contact',
		id: 'contactId',
		name: 'nameDepartment',
		nameColumns: ['name', 'nameDepartment'],
		keptOutBy: ['contactDeleted'],
	}),
	document: archive({
		words: ['document', 'documents'],
		path: 'Archive/FindDocument',
		id: 'documentId',
		name: 'subject',
		details: ['name'],
	}),
	person: archive({
		words: ['person', 'persons'],
		path: 'Person',
		id: 'personId',
		name: 'fullName',
		details: ['personContact/name'],
		within: 'contactId',
		entities: 'person',
		keptOutBy: ['retired'],
	}),
	project: archive({
		words: ['project', 'projects'],
		path: 'Project',
		id: 'projectId',
		name: 'name',
		details: ['number'],
	}),
	sale: archive({
		words: ['sale', 'sales'],
		path: 'Sale',
		id: 'saleId',
		name: 'heading',
		details: ['contact/name'],
	}),
	selection: archive({
		words: ['selection', 'selections'],
		path: 'Archive/FindSelection',
		id: 'selectionId',
		name: 'name',
	}),
};
