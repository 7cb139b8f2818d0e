import { loadContract } from '../../../contract/document';
import { acts, answers, json } from '../proxy';
import type { Expectation, FaultCase } from './types';
import { isFdx, isOAuth, isPartner } from './types';

const STATUSES = [
	400, 401, 403, 404, 405, 406, 408, 409, 413, 414, 415, 422, 429, 500, 502, 503, 504,
] as const;

const PASSING = new Set([408, 429, 500, 502, 503, 504]);
const UNCLEAR = new Set([408, 500, 502, 503, 504]);
const SPLITTING = new Set([400, 404, 413, 414, 422]);
const QUICK = new Set(['401', '403', '429', '503', '400 code 701']);

/** Flinks' words for a consent that is no more, whatever it has recorded. */
const ENDED = / (?:code 602|invalid_grant)$/;

interface Said {
	readonly status: number;
	readonly body: object;
	readonly name: string;
}

const { authorization, dataAccess } = loadContract().components['x-error-lists'];

/** Every documented body of each family, and each other status with a body of that family's form. */
const SAID: ReadonlyArray<readonly [FaultCase['only'], readonly Said[]]> = [
	[
		isOAuth,
		[
			...authorization.entries.map(({ error, status }) => ({
				status,
				name: `${status} ${error}`,
				body: { error, error_description: 'As documented' },
			})),
			...STATUSES.map((status) => plain(status, { message: 'As a gateway says it' })),
		],
	],
	[isPartner, STATUSES.map((status) => plain(status, { message: 'Invalid request parameters' }))],
	[
		isFdx,
		[
			...dataAccess.entries.flatMap(({ code, message, status, 'other-statuses': others = [] }) =>
				[status, ...others].map((each) => ({
					status: each,
					name: `${each} code ${code}`,
					body: { code, message, debugMessage: 'As documented' },
				})),
			),
			...STATUSES.map((status) => plain(status, { code: 9999, message: 'Not in the lists' })),
		],
	],
];

function plain(status: number, body: object): Said {
	return { status, body, name: String(status) };
}

/** Answers of Flinks, each with the sandbox not having heard of the request. */
export const statuses: readonly FaultCase[] = SAID.flatMap(([only, said]) =>
	said.map(({ status, body, name }): FaultCase => {
		const throttled = status === 429 || (status === 422 && 'code' in body && body.code === 1207);
		return {
			group: status < 500 ? 'refused (4xx)' : 'broken (5xx)',
			name,
			fault: () => answers(json(status, body)),
			...(only && { only }),
			...(QUICK.has(name) && { quick: true as const }),
			...(ENDED.test(name) && { saysEnded: true as const }),
			expects: {
				token: PASSING.has(status) ? 'recovers' : 'fails',
				read: PASSING.has(status) || throttled || status === 401 ? 'recovers' : 'fails',
				request: requestExpectation(status),
				change: throttled || status === 401 ? 'recovers' : 'fails',
			},
		};
	}),
);

function requestExpectation(status: number): Expectation {
	if (SPLITTING.has(status)) return 'splits';
	return PASSING.has(status) || status === 401 ? 'recovers' : 'fails';
}

const BAD_TOKEN = 'The access token is expired';

/** The statuses besides 401 that may mean a bad token, if the words say so. */
export const badTokens: readonly FaultCase[] = [400, 403].map((status): FaultCase => ({
	group: 'bad token',
	name: `${status} that says the token is bad`,
	fault: () => answers(json(status, { code: 401, message: BAD_TOKEN })),
	expects: { read: 'recovers', request: 'recovers', change: 'recovers' },
	quick: true,
}));

/** The request was carried out, and the answer says otherwise. */
export const actedAnyway: readonly FaultCase[] = [...UNCLEAR].map((status): FaultCase => ({
	group: 'acted, then 5xx',
	name: `${status} after acting`,
	fault: () => acts(json(status, { message: 'Something went wrong', code: status })),
	expects: { read: 'recovers', request: 'unharmed', token: 'recovers', change: 'fails' },
	...(status === 502 && { quick: true as const }),
}));
