import { NodeApiError } from 'n8n-workflow';

/** What comes of a call about a record, null where SuperOffice says that it is not there. */
export async function ifThere<T>(asked: Promise<T>): Promise<T | null> {
	return await asked.catch((error: unknown) => {
		if (error instanceof NodeApiError && error.httpCode === '404') return null;
		throw error;
	});
}
