import type { Sandbox } from '../../sandbox';
import { acts, startWorld, type Order } from './acts';

/** All sandboxes of the benchmark in a process of their own, which does what it is told over IPC. */
const sandboxes = new Map<string, Sandbox>();

async function answer(order: Order): Promise<unknown> {
	if (order.act === 'start') {
		const { sandbox, known } = await startWorld(order.world);
		sandboxes.set(order.world, sandbox);
		return known;
	}
	const sandbox = sandboxes.get(order.world);
	const act = acts[order.act];
	if (!sandbox || !act) throw new RangeError(`No ${order.act} in the world ${order.world}`);
	return act(sandbox, order);
}

process.on('message', (order: Order) => {
	answer(order).then(
		(value) => process.send?.({ id: order.id, value }),
		(error: unknown) => process.send?.({ id: order.id, error: String(error) }),
	);
});
process.on('disconnect', () => process.exit(0));
