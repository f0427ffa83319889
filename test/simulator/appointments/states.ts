/** The states by their numbers; a booking's are beyond them. */
export const STATES = ['Unknown', 'NotStarted', 'Started', 'Completed'];

/** The types by their numbers (the official client's enums). */
export const TYPES = [
	...['Unknown', 'inDiary', 'inChecklist', 'Note', 'Document', 'SavedReport'],
	...['BookingForDiary', 'BookingForChecklist', 'MergeDraft', 'MergeFinal'],
];
