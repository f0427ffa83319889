const { existsSync } = require('node:fs');
const path = require('node:path');

// Said here, as jest keeps what a skipped suite prints to itself.
process.env.SUPEROFFICE_OPENAPI_DIR ??= path.resolve(__dirname, '../shared/superoffice/openapi');
if (!existsSync(process.env.SUPEROFFICE_OPENAPI_DIR)) {
	console.warn(
		`The contract tests are skipped: SuperOffice's OpenAPI files are not in ${process.env.SUPEROFFICE_OPENAPI_DIR}. CONTRIBUTING.md says where to get them.`,
	);
}

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.jest.json' }] },
	testTimeout: 30_000,
};
