/** More answers than one process gets within a second. */
const KEPT = 2_048;

/** When the requests were sent that were answered last; epoch ms. */
export interface Recent {
	add(sentAt: number): void;
	/** How many of them were sent from one moment to another. */
	between(from: number, to: number): number;
}

export function createRecent(): Recent {
	const sent: number[] = [];
	let next = 0;
	return {
		add(sentAt) {
			sent[next] = sentAt;
			next = (next + 1) % KEPT;
		},
		between: (from, to) => sent.filter((one) => one > from && one <= to).length,
	};
}
