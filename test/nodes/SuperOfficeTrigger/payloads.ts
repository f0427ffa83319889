/** What a row of an appointment tells: all of it is a number or a date (documentation of activity events). */
const ROW = {
	associate_id: 5,
	contact_id: 1,
	do_by: '2027-02-01T10:00:00+01:00',
	document_id: 0,
	modified_appointment_fields: 0,
	mother_id: 0,
	person_id: 10,
	project_id: 0,
	sale_id: 0,
	status: 1,
	task_idx: 2,
	type: 1,
};

/** A delivery of an event of an appointment, 305 unless `more` says otherwise. */
export const delivered = (event: string, more: object = {}, row: object = {}) => ({
	EventId: '6aa6de53-f5c3-4dc6-af3e-746df45573b8',
	Timestamp: '2027-01-24T08:13:17.8445662Z',
	Changes: ['appointment_id', 'do_by', 'associate_id', 'source', 'updated'],
	Event: event,
	PrimaryKey: 305,
	Entity: event.split('.')[0],
	ContextIdentifier: 'Cust12345',
	ChangedByAssociateId: 7,
	WebhookName: 'n8n',
	FieldValues: { ...ROW, ...row },
	...more,
});

/** The same of an older server, which tells nothing of the row. */
export const deliveredByOlder = (event: string, more: object = {}) => {
	const { FieldValues, ...payload } = delivered(event, more);
	expect(FieldValues).toBeDefined();
	return payload;
};

/** The documentation's sample of what was deleted. */
export const deleted = (more: object = {}) =>
	deliveredByOlder('activity.deleted', {
		Changes: [],
		Values: { appointment_id: 305, contact_id: 1, person_id: 0, project_id: 178105, sale_id: 0 },
		...more,
	});
