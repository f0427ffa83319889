/* eslint-disable @n8n/community-nodes/no-restricted-globals -- support of tests, never part of the package */
import type { Server } from '../e2e/n8n';

/** The workers that setup.ts has started. */
export const workers = JSON.parse(process.env.E2E_WORKERS ?? '[]') as Server[];

/** Address of the database in which n8n keeps its executions. */
export const database = process.env.E2E_DATABASE ?? '';
