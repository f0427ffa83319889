/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command, never part of the package */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { withTable } from './propertiesTable';

const readme = path.resolve(__dirname, '..', 'README.md');
writeFileSync(readme, withTable(readFileSync(readme, 'utf8')));
