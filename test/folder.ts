/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tells tests and commands where they are, never part of the package */
import path from 'node:path';

/** The folder of this package. */
export const packageFolder = path.resolve(__dirname, '..');
