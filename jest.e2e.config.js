/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test/e2e'],
	testMatch: ['**/*.e2e.ts'],
	// Thousands of executions take minutes: in the present n8n alone.
	testPathIgnorePatterns: process.env.E2E_N8N === '1' ? ['burst\\.e2e'] : [],
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.jest.json' }] },
	globalSetup: '<rootDir>/test/e2e/setup.ts',
	globalTeardown: '<rootDir>/test/e2e/teardown.ts',
	// Only ends what hangs: machines may be busy.
	testTimeout: 600_000,
	maxWorkers: 1,
	// A server that a failed test leaves open must not keep the run from ending.
	forceExit: true,
};
