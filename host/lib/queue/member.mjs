/**
 * A program of the queue that can go away and come back: `launch(number)` starts it for the first, second
 * or a later time. `url` is where it answers, if it does.
 */
export function member(name, launch, url) {
	let child;
	let starts = 0;
	const texts = [];
	return {
		name,
		url,
		get child() {
			return child;
		},
		async start() {
			child = await launch((starts += 1));
		},
		/** Asks it to end, and kills it if it does not. */
		async stop() {
			await child.stop();
			texts.push(child.logText());
		},
		/** As a machine that loses its power. */
		async kill() {
			await child.kill();
			texts.push(child.logText());
		},
		/** What all its lives have said. */
		logText: () => [...texts, child.logText()].join('\n'),
	};
}
