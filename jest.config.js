const { existsSync } = require('node:fs');
const path = require('node:path');

const folder = (process.env.SUPEROFFICE_OPENAPI_DIR ??= path.resolve(
	__dirname,
	'../shared/superoffice/openapi',
));
const hasOpenApi = existsSync(folder);
if (!hasOpenApi && process.env.GITHUB_ACTIONS) {
	throw new Error(`SuperOffice's OpenAPI files are not in ${folder}: .ci/openapi gets them`);
}

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: '<rootDir>/test/engine/jestEnvironment.ts',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	moduleNameMapper: { '^n8n-workflow$': '<rootDir>/test/engine/n8nWorkflow.js' },
	// Jest would leave a processor to itself, but a test's time is its engine's as well, in another process.
	maxWorkers: '100%',
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.jest.json' }] },
	reporters: ['default', ...(hasOpenApi ? [] : ['<rootDir>/test/contract/whySkipped.js'])],
	// Only ends what hangs: machines may be busy.
	testTimeout: 120_000,
};
