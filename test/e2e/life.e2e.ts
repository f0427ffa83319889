import type { INodeParameters } from 'n8n-workflow';

import type { WorkflowFile } from '../engine';
import { byId, byName } from '../support';
import type { Execution } from './client';
import { openRunningWorld } from './running';
import { examples, type World } from './world';

let world: World;

beforeAll(async () => (world = await openRunningWorld()));
beforeEach(() => world.simulator.reset());
afterAll(async () => await world.close());

/** A workflow of one SuperOffice node after the other, each run once. */
function chain(steps: Array<[string, object]>): WorkflowFile {
	const [start, node] = examples['create-appointment.json'].nodes;
	const nodes = steps.map(([name, parameters], index) => ({
		...node,
		id: `step-${index}`,
		name,
		executeOnce: true,
		parameters: { resource: 'appointment', ...parameters } as INodeParameters,
	}));
	const all = [start, ...nodes];
	const connections = Object.fromEntries(
		all
			.slice(1)
			.map(({ name }, index) => [
				all[index].name,
				{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
			]),
	);
	return { name: 'Life', nodes: all, connections, settings: { timezone: 'Europe/Oslo' } };
}

const jsonOf = (execution: Execution, node: string) =>
	execution.itemsOf(node).map(({ json }) => json);

it('an appointment lives through all that may happen to a series with participants', async () => {
	/** The masters of the series, as an expression sees them. */
	const masters =
		"$('Series').all().map((item) => item.json).filter((one) => one.AssociateId === 1).map((one) => one.AppointmentId)";
	const invitations =
		"$('Series').all().map((item) => item.json).filter((one) => one.AssociateId !== 1).map((one) => one.AppointmentId)";
	const nth = (list: string, index: number) => byId(`={{ ${list}[${index}] }}`);
	const found = {
		operation: 'getAll',
		returnAll: true,
		period: 'between',
		from: '2027-01-01T00:00:00',
		to: '2027-03-01T00:00:00',
		filters: {
			text: 'Stand-up',
			owners: [{ associateId: byName('Sales Manager') }],
		},
		output: 'selected',
		select: ['AppointmentId', 'StartDate', 'Completed', 'CustomFields/SuperOffice:2'],
	};
	const file = chain([
		[
			'Create',
			{
				operation: 'create',
				title: 'Stand-up',
				startDate: '2027-01-04T09:00:00',
				endDate: '2027-01-04T09:30:00',
				participants: {
					participant: [
						{ associateId: byName('Sales Manager') },
						{ associateId: byName('Account Manager') },
					],
				},
				recurrence: {
					rule: { pattern: 'Weekly', weekdays: ['Monday'], recurrenceCounter: 5 },
				},
				output: 'simplified',
			},
		],
		['Series', { operation: 'getSeries', appointmentId: byId('={{ $json.AppointmentId }}') }],
		[
			'Move Second',
			{
				operation: 'move',
				appointmentId: nth(masters, 1),
				newStartTime: '2027-01-12T14:00:00',
				output: 'simplified',
			},
		],
		['Accept First', { operation: 'accept', appointmentId: nth(invitations, 0), output: 'raw' }],
		[
			'Reject Third',
			{
				operation: 'reject',
				appointmentId: nth(invitations, 2),
				rejectReason: { __rl: true, mode: 'text', value: 'Travelling' },
				output: 'raw',
			},
		],
		['Answers', { operation: 'getParticipants', appointmentId: nth(masters, 2) }],
		[
			'Complete First',
			{ operation: 'setCompleted', appointmentId: nth(masters, 0), output: 'simplified' },
		],
		['Found', found],
		[
			'Set Guests',
			{
				operation: 'update',
				appointmentId: nth(masters, 1),
				customFieldValues: { mappingMode: 'defineBelow', value: { 'SuperOffice:2': 7 } },
				output: 'simplified',
			},
		],
		[
			'Delete Rest',
			{ operation: 'delete', appointmentId: nth(masters, 3), updateMode: 'ThisAndForward' },
		],
		['Left', found],
	]);
	const execution = await world.client.run(await world.importExample(file));
	expect(execution.error).toBeUndefined();
	const [created] = jsonOf(execution, 'Create');
	expect(created).toMatchObject({ Title: 'Stand-up', StartDate: '2027-01-04T09:00:00+01:00' });
	// Five occurrences, each with an invitation.
	expect(jsonOf(execution, 'Series')).toHaveLength(10);
	expect(jsonOf(execution, 'Move Second')).toEqual([
		expect.objectContaining({
			StartDate: '2027-01-12T14:00:00+01:00',
			EndDate: '2027-01-12T14:30:00+01:00',
		}),
	]);
	expect(jsonOf(execution, 'Accept First')[0]).toMatchObject({ InvitationStatus: 'Accepted' });
	expect(jsonOf(execution, 'Reject Third')[0]).toMatchObject({
		InvitationStatus: 'Declined',
		RejectReason: 'Travelling',
	});
	expect(jsonOf(execution, 'Answers')).toMatchObject([
		{ AssociateId: 1, InvitationStatus: 'Accepted' },
		{ AssociateId: 2, InvitationStatus: 'Declined' },
	]);
	expect(jsonOf(execution, 'Complete First')[0]).toMatchObject({ Completed: 'Completed' });
	const dates = (node: string) =>
		jsonOf(execution, node).map(({ StartDate, Completed }) => [StartDate, Completed]);
	expect(dates('Found')).toEqual([
		['2027-01-04T09:00:00+01:00', 'Completed'],
		['2027-01-12T14:00:00+01:00', 'NotStarted'],
		['2027-01-18T09:00:00+01:00', 'NotStarted'],
		['2027-01-25T09:00:00+01:00', 'NotStarted'],
		['2027-02-01T09:00:00+01:00', 'NotStarted'],
	]);
	expect(jsonOf(execution, 'Set Guests')[0].CustomFields).toMatchObject({ Guests: 7 });
	expect(jsonOf(execution, 'Delete Rest')).toEqual([
		{ AppointmentId: jsonOf(execution, 'Found')[3].AppointmentId, deleted: true },
	]);
	expect(dates('Left').map(([date]) => date)).toEqual([
		'2027-01-04T09:00:00+01:00',
		'2027-01-12T14:00:00+01:00',
		'2027-01-18T09:00:00+01:00',
	]);
	expect(jsonOf(execution, 'Left')[1].CustomFields).toEqual({ 'SuperOffice:2': 7 });
});
