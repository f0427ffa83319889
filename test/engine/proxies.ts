/** Names of the variables that send a process's requests through a proxy. */
export const PROXIES = ['http', 'https', 'all'].flatMap((scheme) => [
	`${scheme}_proxy`,
	`${scheme.toUpperCase()}_PROXY`,
]);
