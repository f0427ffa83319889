/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- a step of commands, never part of the package */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { packageFolder } from '../test/folder';

/** Packs this checkout as npm would publish it, and unpacks the tarball into a folder. */
export function packInto(folder: string): void {
	mkdirSync(folder, { recursive: true });
	const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
	execFileSync('npm', pack, { cwd: packageFolder });
	const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '';
	execFileSync('tar', ['xzf', tarball, '--strip-components=1'], { cwd: folder });
	rmSync(path.join(folder, tarball));
}
