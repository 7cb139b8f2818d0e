const PLAIN_INTERVAL_MS = 15_000;
const LIVE_INTERVAL_MS = 250;

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * Shows one long step with its elapsed time: a live line on a terminal, a line every 15 s elsewhere.
 * `work` receives `note(text)`, which says what is happening right now.
 */
export async function step(title, work, out = process.stdout) {
	const started = Date.now();
	const live = out.isTTY === true;
	let detail = '';
	const paint = () => {
		const line = `  … ${title}${detail && `: ${detail}`} (${seconds(started)})`;
		if (live) out.write(`\r\x1b[2K${line.slice(0, (out.columns ?? 80) - 1)}`);
		else out.write(`${line}\n`);
	};
	if (live) paint();
	const timer = setInterval(paint, live ? LIVE_INTERVAL_MS : PLAIN_INTERVAL_MS);
	const finish = (mark) =>
		out.write(`${live ? '\r\x1b[2K' : ''}  ${mark} ${title} (${seconds(started)})\n`);
	try {
		const result = await work((text) => {
			detail = text;
		});
		finish('✓');
		return result;
	} catch (error) {
		finish('✗');
		throw error;
	} finally {
		clearInterval(timer);
	}
}
