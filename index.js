const { credentials, nodes } = require('./package.json').n8n;

/** Every class that the package gives n8n, by its name: `SuperOffice`, `SuperOfficeApi` and so on. */
module.exports = Object.assign(
	{},
	...[...credentials, ...nodes].map((file) => require(`./${file}`)),
);
