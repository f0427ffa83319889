import {
	appointmentFields,
	appointmentGroups,
} from '../nodes/entities/appointment/appointment.fields';
import { wireName, type FieldRow } from '../nodes/shared/fields/table';

const START = '<!-- properties: written by "npm run docs" -->';
const END = '<!-- /properties -->';

function line(name: string, { label, kind, help, group }: FieldRow): string {
	const place = group ? appointmentGroups[group as keyof typeof appointmentGroups] : '(top)';
	const parameter = group ? `${group}.${name}` : name;
	const cells = [`\`${wireName(name)}\``, label, place, `\`${parameter}\``, kind.name, help];
	return `| ${cells.join(' | ')} |`;
}

/** The documentation of all properties, a line for each row of the table, in the form's order. */
function table(): string {
	const rows = Object.entries(appointmentFields).map(([name, row]) => line(name, row));
	return [
		'| Property | Label | Group | Parameter | Kind | What it is |',
		'|---|---|---|---|---|---|',
		...rows,
	].join('\n');
}

/** A README with its table of properties made anew. */
export function withTable(readme: string): string {
	const start = readme.indexOf(START);
	const end = readme.indexOf(END);
	if (start < 0 || end < start) throw new Error(`README.md lacks ${START} and ${END}`);
	return `${readme.slice(0, start + START.length)}\n${table()}\n${readme.slice(end)}`;
}
