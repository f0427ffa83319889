/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the sources, and what the processor does */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

import { packageFolder } from './folder';

/** Characters of a text that an expression has to get through. */
const LENGTH = 40_000;

/** How many times as long as a simple expression another one may take; a quadratic one takes about a thousand times or more. */
const MOST = 50;

/** Characters that stand for those of a class. */
const CANDIDATES = [...' \n\taZzé0_-/.:,;=+\'"\\()[]{}<>&%#@!$*?|^~'.split(''), '\u0001', 'ß'];

interface Found {
	source: string;
	flags: string;
	place: string;
}

/** The expressions in a source, as literals or as texts for RegExp; parts in `${}` stand for a word. */
function expressionsOf(file: string): Found[] {
	const source = ts.createSourceFile(
		file,
		readFileSync(file, 'utf8'),
		ts.ScriptTarget.Latest,
		true,
	);
	const found: Found[] = [];
	const visit = (node: ts.Node): void => {
		const line = source.getLineAndCharacterOfPosition(node.pos).line + 1;
		const place = `${path.relative(packageFolder, file)}:${line}`;
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf('/');
			found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), place });
		}
		if (ts.isNewExpression(node) && node.expression.getText(source) === 'RegExp') {
			const [pattern, flags] = node.arguments ?? [];
			const text = pattern
				.getText(source)
				.replace(/^`|`$/g, '')
				.replace(/\$\{[^}]*\}/g, 'word');
			found.push({ source: text, flags: flags?.getText(source).slice(1, -1) ?? '', place });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** An atom of an expression, or a bar between alternatives. */
const ATOM = /\\p\{\w+\}|\\[^]|\[(?:[^\]\\]|\\[^])*\]|\(\?[:=!<]*|\{[\d,]+\}|[^]/g;

/** Texts that the parts of an expression match: each of its atoms, and each beginning of its alternatives. */
function partsOf({ source, flags }: Found): string[] {
	const parts = new Set<string>();
	let before = '';
	for (const [atom] of source.matchAll(ATOM)) {
		if (atom === '|') before = '';
		if (/^(\(.*|[)|*+?^$]|\{.*\}|\\[bB1-9])$/.test(atom)) continue;
		const one = new RegExp(`^(?:${atom})$`, flags.replace(/[gy]/g, ''));
		const samples = [...(/^[\w<>/=-]$/.test(atom) ? [atom] : []), ...CANDIDATES]
			.filter((char) => one.test(char))
			.slice(0, 2);
		for (const sample of samples) parts.add(sample);
		before += samples[0] ?? '';
		if (before.length > 1) parts.add(before);
	}
	return [...parts];
}

/** Long texts of the parts, which an expression may match or not. */
function textsOf(parts: string[]): string[] {
	const repeated = parts.map((part) => part.repeat(Math.ceil(LENGTH / part.length)));
	const ends = ['', '\u0001', '\n'];
	const starts = ['', '\u0001'];
	return repeated.flatMap((text) =>
		ends.flatMap((end) => starts.map((start) => start + text + end)),
	);
}

/** Microseconds of the processor that the work takes, at best: others may need the processor, too. */
function costOf(work: () => void, enough = 0): number {
	let least = Infinity;
	for (let tried = 0; tried < 5 && least > enough; tried += 1) {
		const before = process.cpuUsage();
		work();
		const { user, system } = process.cpuUsage(before);
		least = Math.min(least, user + system);
	}
	return least;
}

/** Looks for an expression in a text, and for all of its places in the beginning where it is global. */
function run(expression: RegExp, text: string): void {
	text.search(expression);
	if (expression.global) text.slice(0, LENGTH / 5).replace(expression, '');
}

const files = globSync('{nodes,credentials}/**/*.ts', { cwd: packageFolder }).map((file) =>
	path.join(packageFolder, file),
);
const expressions = files.flatMap(expressionsOf);
const simple = costOf(() => run(/[^]$/, 'a'.repeat(LENGTH)));
const bound = MOST * Math.max(simple, 100);

function slowest(found: Found): string | undefined {
	const { source, flags } = found;
	const expression = new RegExp(source, flags);
	return textsOf(partsOf(found)).find((text) => costOf(() => run(expression, text), bound) > bound);
}

it('knows the expressions of the sources', () => {
	expect(files.length).toBeGreaterThan(100);
	expect(expressions.length).toBeGreaterThan(40);
});

it.each(expressions.map((one) => [one.place, one.source, one] as const))(
	'%s: /%s/ takes no more than a few steps for each character',
	(_place, _source, found) => {
		expect(slowest(found)?.slice(0, 20)).toBeUndefined();
	},
);

it.each([
	[String.raw`\s*\/\s*`, 'g'],
	['^ +| +$', 'g'],
	[String.raw`\/+$`, ''],
	['T.*$', ''],
	['<title[^>]*>([^<]*)<', 'i'],
	[String.raw`[.\s]*$`, ''],
])('would see that /%s/ takes more', (source, flags) => {
	// A fifth of the length takes a twenty-fifth of the time.
	const parts = partsOf({ source, flags, place: '' });
	const texts = textsOf(parts).map((text) => text.slice(0, LENGTH / 5) + text.slice(-1));
	const cost = Math.max(...texts.map((text) => costOf(() => run(new RegExp(source, flags), text))));
	expect(cost * 25).toBeGreaterThan(bound);
});
