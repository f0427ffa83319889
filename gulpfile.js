const { dest, parallel, src } = require('gulp');

/** Puts the icons beside the built code, byte for byte. */
function icons() {
	return src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
}

/** n8n's own build leaves the codex files behind. */
function codex() {
	return src('nodes/**/*.node.json').pipe(dest('dist/nodes'));
}

exports.default = parallel(icons, codex);
