/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command, never part of the package */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { packageFolder } from '../test/folder';
import { packInto } from './pack';

interface Verdict {
	passed: boolean;
	message?: string;
	details?: string;
}

interface Scanner {
	analyzePackage(folder: string, patterns: string[]): Promise<Verdict>;
	SOURCE_FILE_PATTERNS: string[];
}

/** What a user needs, and nothing else. */
const SHIPPED = /^(dist\/.+|index\.js|package\.json|README\.md|LICENSE\.md)$/;

function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((file) => file.isFile())
		.map((file) => path.relative(folder, path.join(file.parentPath, file.name)));
}

/** n8n's checks of a published package, on the sources and on the tarball of this checkout. */
async function scan(): Promise<boolean> {
	const scanner = (await import(
		'@n8n/scan-community-package/scanner/scanner.mjs' as string
	)) as Scanner;
	const folder = mkdtempSync(path.join(tmpdir(), 'n8n-nodes-superoffice-'));
	try {
		packInto(folder);
		const files = filesIn(folder);
		const strangers = files.filter((file) => !SHIPPED.test(file));
		const verdicts: Record<string, Verdict> = {
			[`tarball of ${files.length} files holds only what users need`]: {
				passed: strangers.length === 0,
				message: strangers.join(', '),
			},
			'scanner on the sources': await scanner.analyzePackage(
				packageFolder,
				scanner.SOURCE_FILE_PATTERNS,
			),
			'scanner on the tarball': await scanner.analyzePackage(folder, ['**/*.js', 'package.json']),
		};
		for (const [check, { passed, message, details }] of Object.entries(verdicts)) {
			console.log(`${passed ? 'passed' : 'FAILED'}: ${check}`);
			if (!passed) console.log(`${message ?? ''}\n${details ?? ''}`);
		}
		return Object.values(verdicts).every(({ passed }) => passed);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

scan().then(
	(passed) => process.exit(passed ? 0 : 1),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
