import { INT32_MAX } from '../fields/number';
import { archiveSource } from './archiveSource';
import { mailboxSource } from './mailboxSource';
import { mdoListSource } from './mdoListSource';
import { withChoices, type LookupSource } from './source';

/** SuperOffice's list of the stages of types of sale in their order, with their probabilities. */
export const SALE_STAGES = 'salestage';

const users = mdoListSource('associate', ['user', 'users']);

/** Who stands for nobody. */
const UNASSIGNED = { id: 0, name: 'Unassigned', detail: 'Nobody' };

/** The kinds of record that can be found by name: a new one is a line here. */
export const lookupSources: Record<string, LookupSource> = {
	associate: users,
	business: mdoListSource('business', ['business', 'businesses']),
	category: mdoListSource('category', ['category', 'categories']),
	companyInterest: mdoListSource('contint', ['interest', 'interests']),
	country: mdoListSource('country', ['country', 'countries']),
	competitor: mdoListSource('comptr', ['competitor', 'competitors']),
	credited: mdoListSource('credited', ['entry', 'entries']),
	currency: mdoListSource('currency', ['currency', 'currencies']),
	customerLanguage: mdoListSource('customerlanguage', ['language', 'languages']),
	documentTemplate: mdoListSource('doctmpl', ['document template', 'document templates']),
	diaryOwner: mdoListSource('diaryowner', ['user or resource', 'users or resources']),
	leadStatus: mdoListSource('leadstatus', ['lead status', 'lead statuses']),
	mrmrs: mdoListSource('mrmrs', ['form of address', 'forms of address'], { sendsNames: true }),
	personInterest: mdoListSource('persint', ['interest', 'interests']),
	position: mdoListSource('perspos', ['position', 'positions']),
	priority: mdoListSource('priority', ['priority', 'priorities']),
	projectMemberType: mdoListSource('pmembtype', ['member type', 'member types']),
	projectStatus: mdoListSource('projstatus', ['project status', 'project statuses']),
	projectType: mdoListSource('projecttype', ['project type', 'project types']),
	replyTemplate: mdoListSource('replytemplate', ['reply template', 'reply templates']),
	requestHolder: withChoices(users, [UNASSIGNED]),
	requestOwner: withChoices(users, [UNASSIGNED, { id: INT32_MAX, name: "By the Category's Rule" }]),
	reasonLost: mdoListSource('reason', ['reason', 'reasons']),
	reasonSold: mdoListSource('reasonsold', ['reason', 'reasons']),
	reasonStalled: mdoListSource('reasonstalled', ['reason', 'reasons']),
	rejectReason: mdoListSource('rejectReason', ['reason', 'reasons'], { sendsNames: true }),
	saleSource: mdoListSource('source', ['source', 'sources']),
	saleStage: mdoListSource('prob', ['stage', 'stages'], { detailsFrom: SALE_STAGES }),
	saleType: mdoListSource('saletype', ['sale type', 'sale types']),
	salutation: mdoListSource('salutation', ['academic title', 'academic titles'], {
		sendsNames: true,
	}),
	shipmentType: mdoListSource('shipmenttype', ['mailing type', 'mailing types']),
	stakeholderRole: mdoListSource('stakeholderrole', ['role', 'roles']),
	tag: mdoListSource('tags', ['tag', 'tags']),
	task: mdoListSource('task', ['task', 'tasks']),
	ticketCategory: mdoListSource('ejcategory', ['category', 'categories']),
	ticketPriority: mdoListSource('ticketpriority', ['request priority', 'request priorities']),
	ticketStatus: mdoListSource('ticketticketstatus', ['request status', 'request statuses']),
	ticketType: mdoListSource('tickettype', ['request type', 'request types']),
	timeZone: mdoListSource('timezone', ['time zone', 'time zones']),
	userGroup: mdoListSource('usergroup', ['user group', 'user groups']),
	appointment: archiveSource({
		words: ['appointment', 'appointments'],
		path: 'Appointment',
		id: 'appointmentId',
		name: 'appointment/title',
		unnamed: 'No Title',
		time: 'date',
		details: ['contact/name', 'associate/fullName'],
	}),
	contact: archiveSource({
		words: ['company', 'companies'],
		path: 'Contact',
		id: 'contactId',
		name: 'nameDepartment',
		nameColumns: ['name', 'nameDepartment'],
		keptOutBy: ['contactDeleted'],
	}),
	document: archiveSource({
		words: ['document', 'documents'],
		path: 'Archive/FindDocument',
		id: 'documentId',
		name: 'subject',
		details: ['documentId', 'name'],
		byNumber: true,
	}),
	request: archiveSource({
		words: ['request', 'requests'],
		path: 'Ticket',
		id: 'ticketId',
		name: 'title',
		unnamed: 'No Title',
		details: ['ticketId', 'person/fullName'],
		byNumber: true,
	}),
	person: archiveSource({
		words: ['person', 'persons'],
		path: 'Person',
		id: 'personId',
		name: 'fullName',
		details: ['personContact/name'],
		within: {
			column: 'contactId',
			source: 'contact',
			word: 'company',
			beside: ['&contact', '&contactId', '&additionalFields.contactId'],
			alone: 'contact',
			searching: ['&person', '&personId', '&invitedPerson'],
		},
		entities: 'person',
		keptOutBy: ['retired'],
	}),
	mailbox: mailboxSource,
	project: archiveSource({
		words: ['project', 'projects'],
		path: 'Project',
		id: 'projectId',
		name: 'name',
		details: ['number'],
	}),
	sale: archiveSource({
		words: ['sale', 'sales'],
		path: 'Sale',
		id: 'saleId',
		name: 'heading',
		details: ['contact/name'],
	}),
	selection: archiveSource({
		words: ['selection', 'selections'],
		path: 'Archive/FindSelection',
		id: 'selectionId',
		name: 'name',
	}),
};

/** The lists of which several entries are chosen at once. */
export const SELECTABLE = ['companyInterest', 'personInterest', 'shipmentType', 'tag'];
