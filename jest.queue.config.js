/** @type {import('jest').Config} */
module.exports = {
	...require('./jest.e2e.config.js'),
	roots: ['<rootDir>/test/queue'],
	testMatch: ['**/*.queue.ts'],
	globalSetup: '<rootDir>/test/queue/setup.ts',
	globalTeardown: '<rootDir>/test/queue/teardown.ts',
	testTimeout: 1_200_000,
};
