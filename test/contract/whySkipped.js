/** Says, below jest's summary, why the contract tests were skipped. */
module.exports = class {
	onRunComplete() {
		console.warn(
			`The contract tests were skipped: SuperOffice's OpenAPI files are not in ${process.env.SUPEROFFICE_OPENAPI_DIR}. CONTRIBUTING.md says where to get them.`,
		);
	}
};
