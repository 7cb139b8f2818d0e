import { createCircuit } from '../../../outbound/http/circuit';
import { createLimiter } from '../../../outbound/http/limiter';
import { CANCELLED, inTurn } from '../../../outbound/http/turn';
import { fine, quickRuntime } from './scripted';

const turn = (gate: ReturnType<typeof createCircuit>) => ({
	isRepeat: false,
	isTypical: true,
	gate,
});

it('what has its place after the cancel is not sent, and gives the place back', async () => {
	const controller = new AbortController();
	const limiter = createLimiter(1);
	const runtime = quickRuntime({ signal: controller.signal, limiter });
	await limiter.enter(false);
	const send = jest.fn().mockResolvedValue(fine);
	const waiting = inTurn(runtime, turn(runtime.circuit), send);
	controller.abort();
	limiter.leave();
	await expect(waiting).resolves.toBe(CANCELLED);
	expect(send).not.toHaveBeenCalled();
	expect(limiter.enter(false)).toBeUndefined();
});

describe('the wait for the end of an outage', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	/** A circuit that waits a while before its first probe. */
	function openCircuit(signal: AbortSignal) {
		const circuit = createCircuit({ probes: 12, now: Date.now, random: () => 0.9, signal });
		for (let times = 0; times < 5; times += 1) circuit.leave('go', 'trouble');
		expect(circuit.state).toBe('open');
		return circuit;
	}

	it('ends with the cancel, at once, and there is no probe', async () => {
		const controller = new AbortController();
		const before = Date.now();
		const entering = openCircuit(controller.signal).enter();
		controller.abort();
		await expect(entering).resolves.toBe('go');
		expect(Date.now()).toBe(before);
	});

	it('is none after it', async () => {
		const circuit = openCircuit(AbortSignal.abort());
		await expect(circuit.enter()).resolves.toBe('go');
	});
});
