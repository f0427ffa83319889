/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- asks the database of the tests, never part of the package */
import { execFileSync } from 'node:child_process';

import type { Query } from '../e2e/executions';
import { database } from './running';

/** Asks n8n's PostgreSQL. */
export const query: Query = <T>(sql: string) => {
	const command = `SELECT coalesce(json_agg(found), '[]') FROM (${sql}) AS found`;
	const args = ['--no-align', '--tuples-only', '--command', command, database];
	return JSON.parse(execFileSync('psql', args, { encoding: 'utf8', maxBuffer: 2 ** 30 })) as T[];
};
