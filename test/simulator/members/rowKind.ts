import type { ListItem } from '../lists/items';
import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import type { MemberSeed } from '../tenant/workCarriers';

/** The rows that link persons and companies to a record: members of projects, stakeholders of sales. */
export interface RowKind {
	name: 'ProjectMember' | 'SaleStakeholder';
	/** The property of the number. */
	id: 'ProjectmemberId' | 'SaleStakeholderId';
	list: 'projectMembers' | 'stakeholders';
	/** The record that has the rows: property of its number, and where its seeds are. */
	parent: { id: 'ProjectId' | 'SaleId'; list: 'projects' | 'sales' };
	/** What the row is in the record: property of its number, and the list. */
	role: { id: 'ProjectMemberTypeId' | 'StakeholderRoleId'; items: ListItem[] };
	/** Whether clients set the rank. */
	isRanked: boolean;
	/** The row as answers have it. */
	write(data: Data, seed: MemberSeed): Carrier;
	/** Refuses, by throwing a Failure, what the tenant does not allow. */
	check?(data: Data): void;
}
