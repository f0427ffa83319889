/** Whether a text can be a header's value: one line of visible ASCII (RFC 9110, section 5.5). */
export const isHeaderValue = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
