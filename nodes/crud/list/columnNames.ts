/**
 * What the archive calls `type` is the task, such as a meeting. Type is everywhere else in this node
 * what SuperOffice's entity calls so: the diary or the checklist.
 */
const TASK = { archive: 'type', own: 'task', label: 'Task' };

const isTask = (column: string) => [TASK.archive, TASK.own].includes(column.toLowerCase());

/** What a column is called in the form and in the output. */
export const ownName = (column: string): string => (isTask(column) ? TASK.own : column);

/** What the archive calls a column. */
export const archiveName = (column: string): string => (isTask(column) ? TASK.archive : column);

/** What people read for a column, where the archive's own word would mislead. */
export const ownLabel = (column: string, label: string): string =>
	isTask(column) ? TASK.label : label;
