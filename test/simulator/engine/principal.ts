import type { Carrier } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';

/** What GET /User/currentPrincipal answers. */
export function principal({ associates }: Data): Carrier {
	const user = associates.get(SESSION_USER) as Carrier;
	return {
		UserType: 'InternalAssociate',
		Associate: user.Name,
		AssociateId: user.AssociateId,
		IsPerson: true,
		PersonId: user.PersonId,
		CountryId: 578,
		HomeCountryId: 578,
		ContactId: 1,
		GroupId: 2,
		BusinessId: 0,
		CategoryId: 0,
		ContactOwner: 1,
		RoleId: 1,
		RoleName: 'User level 0',
		RoleDescription: '',
		RoleType: 'Employee',
		Licenses: [],
		FullName: user.FullName,
		EMailAddress: '',
		FunctionRights: [],
		EjUserId: user.EjUserId,
		EjAccessLevel: 0,
		EjUserStatus: 'StatusNormal',
		ProvidedCredentials: [],
		SecondaryGroups: [],
		DatabaseContextIdentifier: 'Default',
		UserName: user.Name,
	};
}
