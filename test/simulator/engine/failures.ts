/** An answer that is no success: HTTP status, and a body as SuperOffice writes it. */
export class ApiFailure extends Error {
	constructor(
		readonly status: number,
		readonly errorType: string,
		message: string,
		/** Under which name the words stand. */
		private readonly words: 'ErrorMessage' | 'Message' = 'ErrorMessage',
	) {
		super(message);
	}

	/** The shape of the documentation's sample of an error (REST web services, "errors"). */
	get body() {
		return {
			Error: true,
			ErrorType: this.errorType,
			[this.words]: this.message,
			ErrorSource: 'SuperOffice.Services.Implementation',
		};
	}
}

export const notFound = (what: string) =>
	new ApiFailure(404, 'SoNotFoundException', `${what} not found`);

/** Which status a value of the wrong kind gets is documented nowhere: a guess. */
export const badArgument = (message: string) => new ApiFailure(400, 'ArgumentException', message);

/** What the service says to a login that it does not know is documented nowhere: a guess. */
export const badLogin = () =>
	new ApiFailure(401, 'SoSessionException', 'Authentication failed: the login is not valid.');
