import { describeFailure } from '../../../outbound/errors/describe';
import { explain } from '../../../outbound/errors/explain';
import type { Family } from '../../../outbound/wire';
import { answered, request } from './exchanges';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.Y2FuYXJ5c2lnbmF0dXJl';
const SECRETS = {
	jwt: JWT,
	bearer: 'canary-bearer',
	clientSecret: 'canary-client-secret',
	refreshToken: 'canaryRefresh0123456789abcdefABCDEF',
	code: 'canary-code',
	account: '00123456789012',
};
const SPOKEN = [
	JWT,
	`Bearer ${SECRETS.bearer}`,
	`Authorization: Bearer ${SECRETS.bearer}`,
	`client_secret=${SECRETS.clientSecret}`,
	`{"refresh_token":"${SECRETS.refreshToken}"}`,
	`refused ${SECRETS.refreshToken}`,
	`/callback?code=${SECRETS.code}&state=1`,
	`account ${SECRETS.account} is closed`,
];
const FIELDS = [
	'code',
	'message',
	'debugMessage',
	'error',
	'error_description',
	'detail',
	'title',
	'Message',
	'errorMessage',
];

const bodies = (spoken: string): readonly unknown[] => [
	spoken,
	Buffer.from(spoken),
	`<html><head><title>${spoken}</title></head><body>${spoken}</body></html>`,
	`{"message": "${spoken.replaceAll('"', '\\"')}", cut`,
	[spoken],
	Object.fromEntries(FIELDS.map((field) => [field, spoken])),
	...FIELDS.flatMap((field) => [
		{ [field]: spoken },
		{ error: { [field]: spoken } },
		{ errors: [{ [field]: spoken }] },
		{ code: 602, [field]: spoken },
		JSON.stringify({ [field]: spoken }),
	]),
];

describe('secrets', () => {
	it.each(SPOKEN)('%s appears in no failure, wherever it came in', (spoken) => {
		for (const family of ['oauth', 'partner', 'fdx'] satisfies Family[])
			for (const status of [200, 302, 400, 401, 403, 404, 422, 429, 500])
				for (const body of bodies(spoken)) {
					const headers = { 'ob-correlation-id': spoken, 'ob-trace-id': spoken, location: spoken };
					const failure = explain(request(family), answered(status, body, headers));
					const seen = JSON.stringify(failure) + describeFailure(failure);
					for (const secret of Object.values(SECRETS)) expect(seen).not.toContain(secret);
				}
	});

	it('that the request itself carried are known, however they are echoed', () => {
		const sent = request('oauth', {
			method: 'POST',
			body: { grant_type: 'authorization_code', code: 'tiny', client_secret: 'p w/d' },
		});
		const echo = {
			error: 'invalid_grant',
			error_description: 'tiny, p w/d and p%20w%2Fd are used',
		};
		expect(explain(sent, answered(400, echo)).text).toBe(
			'[hidden], [hidden] and [hidden] are used',
		);
	});

	it('leave the ids that support asks for', () => {
		const headers = {
			'ob-correlation-id': '97fcd39f-6e32-470b-a107-d4cb1080abcc',
			'ob-trace-id': '4bf92f3577b34da6a3ce929d0e0e4736',
		};
		expect(explain(request('fdx'), answered(500, '', headers))).toMatchObject({
			correlationId: headers['ob-correlation-id'],
			traceId: headers['ob-trace-id'],
		});
	});
});
