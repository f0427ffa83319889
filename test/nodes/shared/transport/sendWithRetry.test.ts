import { sendWithRetry } from '../../../../nodes/shared/transport/sendWithRetry';
import { ConcurrencyLimiter } from '../../../../nodes/shared/transport/concurrencyLimiter';
import { DEFAULT_RETRY } from '../../../../nodes/shared/transport/retry';

it('gives a place back whose call could not even be made, so that others need not wait for ever', async () => {
	const pace = new ConcurrencyLimiter(1);
	const request = { expect: 'record' } as const;
	const patience = { policy: DEFAULT_RETRY };
	const answered = { answer: { statusCode: 200, headers: {}, body: {} }, url: '' };
	const failing = async () => await Promise.reject(new Error('No credential'));
	const [failed, good] = await Promise.allSettled([
		sendWithRetry(request, failing, pace, patience),
		sendWithRetry(request, async () => await Promise.resolve(answered), pace, patience),
	]);
	expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'No credential' } });
	expect(good).toEqual({ status: 'fulfilled', value: answered });
});
