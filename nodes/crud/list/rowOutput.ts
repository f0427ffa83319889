import map from 'lodash/map';
import mapValues from 'lodash/mapValues';
import pick from 'lodash/pick';
import pickBy from 'lodash/pickBy';
import uniq from 'lodash/uniq';
import type { IDataObject } from 'n8n-workflow';

import { toColumnName } from '../../shared/archive/archiveColumns';
import type { ArchiveRow } from '../../shared/archive/condition';
import { FieldError } from '../../shared/fields/fieldKind';
import { wireName } from '../../shared/fields/table';
import { readOutputKind, readSelect, SELECT_REF } from '../../shared/output';
import { inZone, simplify } from '../../shared/shape';
import type { RequestOptions } from '../../shared/options';
import { outputBaseZone } from '../baseZone';
import type { ItemCall } from '../operation';
import { columnsOf, propertyPaths, rowToRecord, simplifiedPaths } from './archiveProperties';

/** Which columns are asked for, and how a row of them comes out. */
interface RowOutput {
	columns: string[];
	shape(row: ArchiveRow): IDataObject;
}

/** @throws FieldError for what is no name, and for a property that no column of the archive holds */
function selectedPaths({ entity: { archive, fields, words }, read }: ItemCall): string[] {
	const names = readSelect(read).map((name) => toColumnName(name, SELECT_REF));
	const paths = uniq(names.flatMap((name) => propertyPaths(archive, name)));
	const properties = Object.keys(fields).map(wireName);
	const missing = paths.find(
		(path) => columnsOf(archive, path)[0] === path && properties.includes(path.split('/')[0]),
	);
	if (missing === undefined) return paths;
	const problem = `SuperOffice's lists of ${words.many} do not have ${missing}`;
	throw new FieldError(SELECT_REF, problem, 'Leave it out, or use Get with the number of each.');
}

/**
 * Reads the output options of an item for rows of the archive.
 * @param rowZone what a date of a row without an offset means
 * @throws FieldError for an unknown kind of output, and for what cannot be selected
 */
export async function readRowOutput(
	call: ItemCall,
	options: RequestOptions,
	rowZone: string,
): Promise<RowOutput> {
	const { zone } = options;
	const { entity, read } = call;
	const { archive, fields, simplified } = entity;
	const kind = readOutputKind(read);
	const paths = kind === 'selected' ? selectedPaths(call) : simplifiedPaths(entity);
	const asked = kind === 'raw' ? Object.keys(archive.properties) : paths;
	const shown = kind === 'selected' ? {} : (archive.shown ?? {});
	const columns = uniq([
		...asked.flatMap((path) => columnsOf(archive, path)),
		...map(shown, 'column'),
	]);
	if (kind === 'raw') return { columns, shape: (row) => pick(row, columns) };
	const baseZone = await outputBaseZone(call, options);
	return {
		columns,
		shape(row) {
			const record = inZone(rowToRecord(archive, paths, row, rowZone), fields, zone, baseZone);
			if (kind === 'selected') return record;
			return {
				...simplify(record, fields, simplified),
				...pickBy(
					mapValues(shown, ({ column }) => row[column]),
					Boolean,
				),
			};
		},
	};
}
