import {
	askWhichProcess,
	asksWhichProcess,
	isProcessId,
	PROCESS_ID,
} from '../../../outbound/connections/whichProcess';

const REDIRECT_URI = 'https://n8n.example/webhook/x?kept=1';

describe('which process answers at the redirect URI', () => {
	it('is asked so that the process knows the question, and a callback is none', () => {
		const query = Object.fromEntries(new URL(askWhichProcess(REDIRECT_URI)).searchParams);
		expect(asksWhichProcess(query)).toBe(true);
		for (const other of [{ code: 'c', state: 's' }, {}, null, undefined, 'flinksProcess', 5]) {
			expect(asksWhichProcess(other)).toBe(false);
		}
	});

	it('is asked at the address itself, with a state that no other question has', () => {
		const [one, other] = [askWhichProcess(REDIRECT_URI), askWhichProcess(REDIRECT_URI)];
		expect(one).toMatch(
			/^https:\/\/n8n\.example\/webhook\/x\?kept=1&flinksProcess=1&state=[\w-]{16}$/,
		);
		expect(other).not.toBe(one);
	});

	it('is told by a name that nothing else looks like', () => {
		expect(isProcessId(PROCESS_ID)).toBe(true);
		const id = 'flinks-process-258d8b60-adb9-45de-8e79-dec2a4f9fe10';
		expect(isProcessId(id)).toBe(true);
		for (const other of [`x${id}`, `${id}0`, id.slice(0, -1), id.replace('2', 'g'), '', '<html>']) {
			expect(isProcessId(other)).toBe(false);
		}
	});
});
