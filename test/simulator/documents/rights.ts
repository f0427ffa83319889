import { isCarrier } from '../engine/values';
import type { Value } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import type { DocumentSeed } from '../tenant/documents';

/** Whether an entry of VisibleFor means the session user; groups have negative numbers in the list of them. */
function isMeant({ associates }: Data, entry: Value): boolean {
	if (!isCarrier(entry)) return false;
	const id = Math.abs(Number(entry.VisibleId ?? 0));
	if (entry.Visibility === 'Associate') return id === SESSION_USER;
	if (entry.Visibility === 'Group') return id === associates.seeds.get(SESSION_USER)?.group;
	return true;
}

/** The number of `All` in the list of who may see a record: .NET's int.MinValue. */
const ALL = -2_147_483_648;

/** Who sees a document, by the numbers of the list `visiblefor`: those of groups are negative. */
export function visibleNumbers({ visibleFor = [{}] }: DocumentSeed): number[] {
	return visibleFor.map(({ Visibility, VisibleId }) => {
		const id = Math.abs(Number(VisibleId ?? 0));
		if (Visibility === 'Associate') return id;
		return Visibility === 'Group' ? -id : ALL;
	});
}

/** Whether the session user sees a document: its owner does, and whom it says. */
export function sees(data: Data, { associateId, visibleFor }: DocumentSeed): boolean {
	if (associateId === SESSION_USER || !visibleFor) return true;
	return visibleFor.some((entry) => isMeant(data, entry));
}

/** Whether there is a document for the session user: that others are as if they were not is a guess. */
export function isVisible(data: Data, id: number): boolean {
	const seed = data.documents.seeds.get(id);
	return seed !== undefined && sees(data, seed);
}
