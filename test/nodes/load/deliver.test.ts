import { deliver } from '../../../nodes/shared/transport/deliver';
import { Pace } from '../../../nodes/shared/transport/pace';
import { USUAL_POLICY } from '../../../nodes/shared/transport/retry';

it('gives a place back whose call could not even be made, so that others need not wait for ever', async () => {
	const pace = new Pace(1);
	const request = { expect: 'record' } as const;
	const patience = { policy: USUAL_POLICY };
	const answered = { answer: { statusCode: 200, headers: {}, body: {} }, url: '' };
	const failing = async () => await Promise.reject(new Error('No credential'));
	const [failed, good] = await Promise.allSettled([
		deliver(request, failing, pace, patience),
		deliver(request, async () => await Promise.resolve(answered), pace, patience),
	]);
	expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'No credential' } });
	expect(good).toEqual({ status: 'fulfilled', value: answered });
});
