import type {
	FieldInfoAttachment,
	FieldInfoBase,
	FieldInfoBool,
	FieldInfoDate,
	FieldInfoDecimal,
	FieldInfoDynamicLink,
	FieldInfoInt,
	FieldInfoListText,
	FieldInfoLongText,
	FieldInfoMdoList,
	FieldInfoRelation,
	FieldInfoShortText,
	FieldInfoTimeSpan,
} from '@superoffice/webapi';

import { LOGIN, startSimulator, type Simulator } from '../simulator';
import { Contract, hasOpenApi } from './openapi';

const describeWithFiles = hasOpenApi ? describe : describe.skip;

/** What a carrier has beyond the schema's base; all of it, and nothing else (a type test). */
type Beyond<Carrier> = Record<Exclude<keyof Carrier, keyof FieldInfoBase>, true>;

const defaultOnly: Beyond<FieldInfoInt & FieldInfoBool & FieldInfoAttachment> = {
	defaultValue: true,
};
const time: Beyond<FieldInfoDate> = { defaultValue: true, isDefaultNow: true };
const decimal: Beyond<FieldInfoDecimal> = { defaultValue: true, precision: true };
const dynamicLink: Beyond<FieldInfoDynamicLink> = { linkName: true, linkValue: true };
const mdoList: Beyond<FieldInfoMdoList> = { defaultValue: true, mdoListName: true };
const listText: Beyond<FieldInfoListText> = { defaultValue: true, textLength: true, choices: true };
const longText: Beyond<FieldInfoLongText> = {
	defaultValue: true,
	isHtml: true,
	useTextArea: true,
	numRows: true,
};
const relation: Beyond<FieldInfoRelation> = {
	defaultValue: true,
	targetTable: true,
	targetLabel: true,
	useDropDown: true,
	mdoListName: true,
};
const shortText: Beyond<FieldInfoShortText> = {
	defaultValue: true,
	textLength: true,
	formatMask: true,
	isHtml: true,
};
const timeSpan: Beyond<FieldInfoTimeSpan> = {
	defaultValue: true,
	useDays: true,
	useHours: true,
	useMinutes: true,
	maxNum: true,
};

/** The official client's properties of each type of field. */
const BEYOND: Record<string, object> = {
	Integer: defaultOnly,
	ShortText: shortText,
	LongText: longText,
	Date: time,
	Blob: {},
	Checkbox: defaultOnly,
	MdoList: mdoList,
	Decimal: decimal,
	DateTime: time,
	Time: time,
	TimeSpan: timeSpan,
	RelationTo: relation,
	Attachment: defaultOnly,
	DynamicLink: dynamicLink,
	ListText: listText,
};

describeWithFiles("SuperOffice's OpenAPI files agree with the simulator's", () => {
	let simulator: Simulator;

	beforeAll(async () => (simulator = await startSimulator()));
	afterAll(async () => await simulator.close());

	const login = Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64');

	const ask = async (path: string, init: RequestInit = {}): Promise<unknown> => {
		const headers = { Authorization: `Basic ${login}`, 'Content-Type': 'application/json' };
		const answer = await fetch(`${simulator.baseUrl}${path}`, { ...init, headers });
		expect(answer.status).toBe(200);
		return await answer.json();
	};

	const post = async (path: string, body: object) =>
		await ask(path, { method: 'POST', body: JSON.stringify(body) });

	const list = '/api/v1/MDOList/{listname}';
	const lists = new Map<string, string[]>([
		[list, ['task', 'associate', 'udlist7?flat=true', 'visiblefor', 'contact_new?query=nord']],
		[`${list}/selectable`, ['task/selectable', 'priority/selectable?flat=true']],
		['/api/v1/MDOList', ['']],
	]);

	it.each([...lists].flatMap(([route, paths]) => paths.map((path) => [path, route])))(
		'list %s',
		async (path, route) => {
			const body = await ask(`/api/v1/MDOList/${path}`);
			expect((body as unknown[]).length).toBeGreaterThan(1);
			const contract = new Contract('rest/Swagger-v1-MDOList.json');
			expect(contract.responseComplaints('GET', route, body)).toEqual([]);
		},
	);

	it.each([
		['Contact', ''],
		['Person', '?$top=3&$output=Logical'],
		['Project', ''],
		['Sale', ''],
		['Appointment', '?$mode=Full'],
	])('rows of %s', async (record, query) => {
		const body = await ask(`/api/v1/${record}${query}`);
		expect((body as { value: unknown[] }).value.length).toBeGreaterThan(0);
		const contract = new Contract(`rest/Swagger-v1-${record}.json`);
		expect(contract.responseComplaints('GET', `/api/v1/${record}`, body)).toEqual([]);
	});

	it('a company', async () => {
		const body = await ask('/api/v1/Contact/1');
		const contract = new Contract('rest/Swagger-v1-Contact.json');
		expect(contract.responseComplaints('GET', '/api/v1/Contact/{id}', body)).toEqual([]);
		const entity = 'SuperOffice.WebApi.v1.Carriers.ContactCarriers.ContactEntityWithLinks';
		const { properties = {} } = contract.definition(entity);
		expect(Object.keys(body as object).sort()).toEqual(Object.keys(properties).sort());
	});

	it.each(['FindDocument', 'FindSelection', 'InternalUsers'])('archive %s', async (archive) => {
		const body = await ask(`/api/v1/Archive/${archive}`);
		const contract = new Contract('rest/Swagger-v1-Archive.json');
		const route = '/api/v1/Archive/{archiveProviderName}';
		expect(contract.responseComplaints('GET', route, body)).toEqual([]);
	});

	const appointment = () => new Contract('rest/Swagger-v1-Appointment.json');
	const route = '/api/v1/Appointment';

	it('custom fields, which have what the official client knows beyond the files', async () => {
		const body = (await ask(`${route}/CustomField`)) as Array<Record<string, unknown>>;
		const beyond = body.flatMap(({ FieldType }, index) =>
			Object.keys(BEYOND[String(FieldType)]).map((name) => {
				const official = name.charAt(0).toUpperCase() + name.slice(1);
				return `/${index}/${official} is not in the schema`;
			}),
		);
		const complaints = appointment().responseComplaints('GET', `${route}/CustomField`, body);
		expect(complaints.sort()).toEqual(beyond.sort());
		expect(new Set(body.map(({ FieldType }) => FieldType)).size).toBe(Object.keys(BEYOND).length);
		const one = await ask(`${route}/CustomField/x_blob`);
		const oneRoute = `${route}/CustomField/{fieldName}`;
		expect(appointment().responseComplaints('GET', oneRoute, one)).toEqual([]);
	});

	it('validation, and appointments with custom fields', async () => {
		const invalid = await post(`${route}/Validate`, {});
		expect(invalid).toHaveProperty('SuperOffice:8');
		expect(appointment().responseComplaints('POST', `${route}/Validate`, invalid)).toEqual([]);
		const saved = await post(route, { CustomFields: { 'SuperOffice:8': 'A1' } });
		expect(appointment().responseComplaints('POST', route, saved)).toEqual([]);
	});

	it("agents' answers", async () => {
		const agent = new Contract('agent/Swagger-v1-AppointmentAgent.json');
		const address = '/api/v1/Agents/Appointment/CreateDefaultAppointmentEntity';
		for (const name of ['', 'ByType', 'ByTypeAndAssociate']) {
			const entity = await post(address + name, { Type: 'ToDo', AssociateId: 2 });
			expect(agent.responseComplaints('POST', address + name, entity)).toEqual([]);
		}
		const mdo = new Contract('agent/Swagger-v1-MDOAgent.json');
		const getList = '/api/v1/Agents/MDO/GetList';
		const items = await post(getList, { Name: 'task', ForceFlatList: true });
		expect(mdo.responseComplaints('POST', getList, items)).toEqual([]);
	});

	it('would notice a wrong item in an array, and a wrong value in a dictionary', () => {
		const contract = new Contract('rest/Swagger-v1-MDOList.json');
		const items = [{ Id: 'one', Name: 'One', Children: [] }];
		expect(contract.responseComplaints('GET', list, items)).toEqual([
			'/0/Id must be integer,null',
			'/0/Children is not in the schema',
		]);
		const messages = { Title: 5 };
		expect(appointment().responseComplaints('POST', `${route}/Validate`, messages)).toEqual([
			'/Title must be string',
		]);
	});
});
