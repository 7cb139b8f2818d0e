import { Listr, PRESET_TIMER } from 'listr2';

/**
 * Shows one long step with the time it took: a live line on a terminal, two lines elsewhere.
 * `work` receives `note(text)`, which says what is happening right now.
 */
export async function step(title, work) {
	let result;
	const task = async (_, shown) => {
		result = await work((text) => {
			shown.output = text;
		});
	};
	const options = {
		rendererOptions: { timer: PRESET_TIMER, showErrorMessage: false },
		fallbackRendererOptions: { timer: PRESET_TIMER },
		// Ctrl-C is answered by whoever started the programs.
		registerSignalListeners: false,
	};
	await new Listr([{ title, task }], options).run();
	return result;
}
