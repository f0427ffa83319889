/** What SuperOffice's nested records ("carriers") have beside their values: rights, and links to themselves. */
export const CARRIER_EXTRAS = ['TableRight', 'FieldProperties', '_Links'];
