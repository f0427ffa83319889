import { NodeApiError } from 'n8n-workflow';

/** The result of a request; null for 404. */
export async function nullIfNotFound<T>(asked: Promise<T>): Promise<T | null> {
	return await asked.catch((error: unknown) => {
		if (error instanceof NodeApiError && error.httpCode === '404') return null;
		throw error;
	});
}
