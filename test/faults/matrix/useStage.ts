import { shortWaits } from '../../support/shortWaits';
import { startStage, type Stage } from './stage';

/** The stage of a test file or block: there from its first test to its last, with waits cut short. */
export function useStage(): Stage {
	let stage: Stage | undefined;
	beforeAll(async () => {
		shortWaits();
		stage = await startStage();
	});
	afterAll(async () => {
		await stage?.close();
		jest.restoreAllMocks();
	});
	const started = (): Stage => {
		if (!stage) throw new Error('The stage is there only while tests run');
		return stage;
	};
	return {
		get sandbox() {
			return started().sandbox;
		},
		get elsewhere() {
			return started().elsewhere;
		},
		close: async () => await started().close(),
	};
}
