/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command, never part of the package */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { referencePages } from './reference';

const folder = path.resolve(__dirname, '..', 'docs', 'reference');
mkdirSync(folder, { recursive: true });
for (const [name, page] of Object.entries(referencePages)) {
	writeFileSync(path.join(folder, name), page);
}
