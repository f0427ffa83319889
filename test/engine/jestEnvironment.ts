/* eslint-disable @n8n/community-nodes/no-restricted-imports -- shares a process between tests, never part of the package */
import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';

import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import { TestEnvironment } from 'jest-environment-node';
import * as n8nWorkflow from 'n8n-workflow';

import { forkHost } from './fork';

/** Jest loads this file once for all test files of a worker. */
let host: ChildProcess | undefined;

function sharedHost(): ChildProcess {
	if (host?.connected) return host;
	host = forkHost();
	// The worker need not wait for it.
	host.unref();
	host.channel?.unref();
	for (const pipe of host.stdio) (pipe as Socket | null)?.unref();
	return host;
}

/** Node's own environment, in which test files share one process with n8n's engine, and n8n's library. */
export default class extends TestEnvironment {
	constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
		super(config, context);
		this.global.sharedEngineHost = sharedHost;
		// Jest would load it anew for each file.
		this.global.n8nWorkflow = n8nWorkflow;
	}
}
