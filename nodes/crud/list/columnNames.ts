import type { EntityArchive } from '../../entities/entity';

/** The entry of a column that this node renames. */
const renamedBy = ({ renamedColumns = {} }: EntityArchive, column: string) =>
	Object.entries(renamedColumns).find(([name, own]) =>
		[name, own.name].includes(column.toLowerCase()),
	);

/** What a column is called in the form and in the output. */
export const outputColumnName = (archive: EntityArchive, column: string): string =>
	renamedBy(archive, column)?.[1].name ?? column;

/** What the archive calls a column. */
export const archiveColumnName = (archive: EntityArchive, column: string): string =>
	renamedBy(archive, column)?.[0] ?? column;

/** What people read for a column, where the archive's own word would mislead. */
export const columnLabel = (archive: EntityArchive, column: string, label: string): string =>
	renamedBy(archive, column)?.[1].label ?? label;
