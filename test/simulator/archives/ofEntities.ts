import type { KindName } from '../engine/present';
import { bodyValue, isCarrier } from '../engine/values';
import { selectedIn } from '../records/choices';
import { valuesOf } from '../records/elements';
import { NEVER, SEEDED } from '../records/kind';
import { SESSION_USER } from '../tenant/data';
import type { Carrier, Value } from '../tenant/carriers';
import type { Column, Context, Raw, Restriction } from './columns';

/** A row of an archive whose records are made of seeds until they are written. */
interface Row {
	id: number;
}

/** How the columns of a kind of record are read: of what was written, else as its seed has them. */
export class EntityColumns<S extends Row> {
	constructor(
		private readonly kind: KindName,
		private readonly list: 'contacts' | 'persons' | 'projects' | 'sales' | 'documents',
	) {}

	written = ({ id }: S, { data }: Context): Carrier | undefined => data.written[this.kind].get(id);

	/** A column with the number or text of a written record's property, or of what is nested in it. */
	of(
		restriction: Restriction,
		path: string,
		more: { otherwise?: Raw } & Partial<Column<S>> = {},
	): Column<S> {
		const { otherwise = restriction === 'int' || restriction === 'listAny' ? 0 : '', ...rest } =
			more;
		const parts = path.split('/');
		const raw = (row: S, context: Context): Raw => {
			const written = this.written(row, context);
			if (!written) return otherwise;
			const found = parts.reduce<Value | undefined>(bodyValue, written);
			return isPlain(found) ? found : otherwise;
		};
		return { restriction, raw, ...rest };
	}

	/** A column that the carrier has which other records get. */
	ofCarrier(restriction: Restriction, property: string, more: Partial<Column<S>> = {}): Column<S> {
		const raw = ({ id }: S, { data }: Context): Raw => {
			const found = data[this.list].get(id)?.[property];
			return isPlain(found) ? found : '';
		};
		return { restriction, raw, ...more };
	}

	/** A column of several values, of which the row shows the first: that filters ask all is a guess. */
	ofList(properties: string[], first: (row: S) => string = () => ''): Column<S> {
		const all = (row: S, context: Context): Raw[] => {
			const written = this.written(row, context);
			const own = written && properties.flatMap((property) => valuesOf(written[property]));
			return own && own.length > 0 ? own : [written ? '' : first(row)];
		};
		return { restriction: 'string', all, raw: (row, context) => all(row, context)[0] };
	}

	/** The numbers of selected entries. */
	ofChoices(property: string, list: string): Column<S> {
		const all = (row: S, context: Context): Raw[] => {
			const written = this.written(row, context);
			return written ? [...selectedIn(written[property]).keys()] : [];
		};
		// How several entries are shown is documented nowhere: a guess.
		const raw = (row: S, context: Context) => all(row, context).join(',');
		return { restriction: 'listInterest', list, all, raw };
	}

	/** Who registered or updated a record, and when; columns begin with a prefix. */
	stamps(name: (column: string) => string): Record<string, Column<S>> {
		const by = (property: string, otherwise: number, show: 'Name' | 'FullName'): Column<S> => ({
			...this.of('associate', `${property}/AssociateId`, { otherwise, list: 'associate' }),
			show: (row, context) => {
				const { raw } = this.of('int', `${property}/AssociateId`, { otherwise });
				const found = context.data.associates.get(Number(raw(row, context)));
				return String(found?.[show] ?? '');
			},
		});
		return {
			[name('registeredDate')]: this.of('date', 'CreatedDate', { otherwise: SEEDED, isUtc: true }),
			[name('updatedDate')]: this.of('date', 'UpdatedDate', { otherwise: NEVER, isUtc: true }),
			[name('registeredBy')]: by('CreatedBy', SESSION_USER, 'Name'),
			[name('registeredByFullName')]: by('CreatedBy', SESSION_USER, 'FullName'),
			[name('updatedBy')]: by('UpdatedBy', 0, 'Name'),
			[name('updatedByFullName')]: by('UpdatedBy', 0, 'FullName'),
		};
	}

	/** The lines of an address. */
	address(prefix: string, part: string): Record<string, Column<S>> {
		const lines = {
			...{ line1: 'Address1', line2: 'Address2', line3: 'Address3', county: 'County' },
			...{ city: 'City', zip: 'Zipcode', state: 'State' },
		};
		return Object.fromEntries(
			Object.entries(lines).map(([name, line]) => [
				`${prefix}/${name}`,
				this.of('string', `Address/${part}/${line}`),
			]),
		);
	}
}

function isPlain(value: Value | undefined): value is Raw {
	return value !== undefined && value !== null && !Array.isArray(value) && !isCarrier(value);
}
