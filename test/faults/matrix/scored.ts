import { record, type Result } from './results';

type Score = Partial<Pick<Result, 'duplicated' | 'lost' | 'secrets' | 'untruths'>>;

const NOTHING = { lost: 0, duplicated: 0, secrets: 0, untruths: 0 };

/** A test that counts as a case of the matrix: what it returns is scored, a failed expectation too. */
export function scored(
	node: string,
	group: string,
	name: string,
	test: () => Promise<Score | void>,
	timeoutMs?: number,
): void {
	it(
		name,
		async () => {
			let survived = false;
			let score: Score = {};
			try {
				score = (await test()) ?? {};
				survived = true;
			} finally {
				record({ ...NOTHING, node, group, survived, ...score });
			}
		},
		timeoutMs,
	);
}
