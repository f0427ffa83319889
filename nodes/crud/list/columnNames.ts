import type { EntityArchive } from '../../entities/entity';

/** The archive's own name of a column, and what this node calls it where that would mislead. */
const renamedBy = ({ renamed = {} }: EntityArchive, column: string) =>
	Object.entries(renamed).find(([name, own]) => [name, own.name].includes(column.toLowerCase()));

/** What a column is called in the form and in the output. */
export const ownName = (archive: EntityArchive, column: string): string =>
	renamedBy(archive, column)?.[1].name ?? column;

/** What the archive calls a column. */
export const archiveName = (archive: EntityArchive, column: string): string =>
	renamedBy(archive, column)?.[0] ?? column;

/** What people read for a column, where the archive's own word would mislead. */
export const ownLabel = (archive: EntityArchive, column: string, label: string): string =>
	renamedBy(archive, column)?.[1].label ?? label;
