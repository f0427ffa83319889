/** A row's cells by column. */
export type Row = Record<string, string | number>;

/** Rows as a Markdown table, whose columns are those of the first row. */
export function markdown(rows: Row[]): string {
	const columns = Object.keys(rows[0] ?? {});
	const line = (cells: Array<string | number>) => `| ${cells.join(' | ')} |`;
	return [
		line(columns),
		line(columns.map((_, index) => (index === 0 ? '---' : '---:'))),
		...rows.map((row) => line(columns.map((column) => row[column] ?? ''))),
	].join('\n');
}

/** The one in the middle. */
export function median(values: number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** The median, with the lowest and the highest where these differ. */
export function spread(values: number[], digits = 0): string {
	const [middle, low, high] = [median(values), Math.min(...values), Math.max(...values)].map(
		(value) => value.toFixed(digits),
	);
	return low === high ? middle : `${middle} (${low}–${high})`;
}
