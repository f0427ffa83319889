/* Loads the package's sources in place of what was built, with widgets as the only kind of record. */
const Module = require('node:module');
const path = require('node:path');

const root = path.resolve(__dirname, '..', '..');
const load = Module._resolveFilename;
const built = path.join(root, 'dist') + path.sep;
Module._resolveFilename = function (request, ...others) {
	const file = load.call(this, request, ...others);
	if (!file.startsWith(path.join(built, 'nodes')) || !file.endsWith('.js')) return file;
	return path.join(root, file.slice(built.length)).replace(/\.js$/, '.ts');
};
require('./resources.ts');
