/**
 * Makes nearly every random wait 0: the spread of waits is tested on its own and would only cost time.
 * Never 0 each time, since jest's reader of source maps sorts with random pivots, and a constant one
 * lets its recursion overflow the stack.
 */
export function shortWaits(): void {
	let calls = 0;
	jest.spyOn(Math, 'random').mockImplementation(() => (++calls % 16 === 0 ? 0.5 : 0));
}
