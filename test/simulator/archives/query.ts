import type { Carrier } from '../tenant/carriers';
import { writeDate } from '../engine/dates';
import { badArgument, notFound } from '../engine/failures';
import * as archives from './archives';
import { simpleContact } from './contacts';
import { findAppointment } from './appointments';
import { documentsOf, findDocument } from './documents';
import { projectMember, saleStakeholder } from './memberArchives';
import { person } from './persons';
import { findProject } from './projects';
import { contactProjects, personProjects } from './projectsOf';
import { findSale } from './sales';
import { ticketMessage } from './ticketMessages';
import { ticket } from './tickets';
import { saleFilteredWithStakeholder, saleHistory } from './salesOf';
import {
	clockOfColumn,
	findColumn,
	type Archive,
	type Column,
	type Context,
	type Raw,
} from './columns';
import { describeColumns } from './metadata';
import { findPage, names, type Parameters } from './rows';

/** How many rows come out at most without $top: a guess. */
const PAGE = 1000;

function count(text: string | undefined, otherwise: number): number {
	if (text === undefined || text === '') return otherwise;
	if (!/^\d+$/.test(text)) throw badArgument(`"${text}" is not a number of rows`);
	return Number(text);
}

function shown<Row>(column: Column<Row>, row: Row, logical: boolean, context: Context): Raw {
	if (column.show) return column.show(row, context);
	const raw = column.raw(row, context);
	if (column.restriction === 'date' || column.restriction === 'datetime') {
		return writeDate(String(raw), ['StartDate'], clockOfColumn(column, context));
	}
	// The names of the icons are documented nowhere: a guess.
	return typeof raw === 'boolean' && !logical ? (raw ? 'checked' : 'unchecked') : raw;
}

/** A row's columns by name. */
type Cells<Row> = Array<[string, Column<Row>]>;

function slimRow<Row>(
	archive: Archive<Row>,
	row: Row,
	cells: Cells<Row>,
	parameters: Parameters,
	context: Context,
): Carrier {
	const safe = parameters.$jsonsafe?.toLowerCase() === 'true';
	const logical = parameters.$output?.toLowerCase() === 'logical';
	return {
		PrimaryKey: String(archive.key(row)),
		EntityName: archive.entity(row, context.data),
		...Object.fromEntries(
			cells.map(([name, one]) => [
				safe ? name.replace(/\W/g, '_') : name,
				shown(one, row, logical, context),
			]),
		),
	};
}

function fullRow<Row>(
	archive: Archive<Row>,
	row: Row,
	cells: Cells<Row>,
	context: Context,
): Carrier {
	return {
		PrimaryKey: archive.key(row),
		EntityName: archive.entity(row, context.data),
		StyleHint: '',
		LinkHint: '',
		TableRight: null,
		Column: Object.fromEntries(
			cells.map(([name, one]) => [
				name,
				{
					RawValue: one.raw(row, context),
					DisplayValue: String(shown(one, row, true, context)),
					LinkHint: '',
					TooltipHint: '',
				},
			]),
		),
	};
}

/**
 * An archive's answer.
 * @throws Failure for parameters that are refused (400)
 */
export function runArchive<Row>(
	archive: Archive<Row>,
	parameters: Parameters,
	context: Context,
): Carrier {
	const selected = names(parameters.$select);
	const usual = Object.keys(archive.columns).filter((name) => !archive.columns[name].isCriterion);
	const wanted = selected.length > 0 ? selected : usual;
	const cells: Cells<Row> = wanted.map((name) => [name, findColumn(archive, name)]);
	const top = count(parameters.$top, PAGE);
	const skip = count(parameters.$skip, 0);
	const { rows, hasMore } = findPage(archive, parameters, context, { skip, top });
	const isFull = parameters.$mode?.toLowerCase() === 'full';
	const address = `${context.root}/api/v1/Archive`;
	const own = archive.address ?? `Archive/${archive.name}`;
	const more = new URLSearchParams({ ...parameters, $skip: String(skip + top) } as Record<
		string,
		string
	>);
	return {
		'odata.metadata': `${address}/$metadata`,
		// Its form is documented nowhere: a guess.
		'odata.nextLink': hasMore ? `${context.root}/api/v1/${own}?${more.toString()}` : null,
		value: rows.map((row) =>
			isFull
				? fullRow(archive, row, cells, context)
				: slimRow(archive, row, cells, parameters, context),
		),
	};
}

/** What an archive can be asked. */
interface Run {
	rows(parameters: Parameters, context: Context): Carrier;
	columns(context: Context): Carrier;
}

/** The archives by name, each asked in the types of its own rows. */
const RUNS = new Map<string, Run>();

function add<Row>(archive: Archive<Row>): void {
	RUNS.set(archive.name.toLowerCase(), {
		rows: (parameters, context) => runArchive(archive, parameters, context),
		columns: (context) => describeColumns(archive, context),
	});
}

add(simpleContact);
add(person);
add(findProject);
add(contactProjects);
add(personProjects);
add(projectMember);
add(findSale);
add(saleHistory);
add(saleFilteredWithStakeholder);
add(saleStakeholder);
add(ticket);
add(ticketMessage);
add(findAppointment);
add(findDocument);
add(documentsOf);
add(archives.findSelection);
add(archives.internalUsers);

function find(name: string): Run {
	const found = RUNS.get(name.toLowerCase());
	if (!found) throw notFound(`Archive "${name}"`);
	return found;
}

/**
 * An archive's answer; names are compared without case.
 * @throws Failure for an archive that is none (404, a guess), and for parameters that are refused (400)
 */
export function readArchive(name: string, parameters: Parameters, context: Context): Carrier {
	return find(name).rows(parameters, context);
}

/**
 * What an archive says about its columns.
 * @throws Failure for an archive that is none (404, a guess)
 */
export function readMetadata(name: string, context: Context): Carrier {
	return find(name).columns(context);
}
