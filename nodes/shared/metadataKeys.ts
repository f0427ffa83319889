/** Metadata of SuperOffice's records ("carriers"): rights and links. */
export const METADATA_KEYS = ['TableRight', 'FieldProperties', '_Links'];
