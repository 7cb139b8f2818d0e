import { testCredential } from '../../engine/harness';
import { recordLogs } from '../../engine/harness/host';
import { everything, type Act } from '../matrix/ran';

/** Presses *Test* of the job's credential: a green one is a row, a red one an error. */
export const pressTest: Act = async (node, job) => {
	const [credential] = Object.values(job.credentials);
	if (!credential) throw new Error('There is no credential to test');
	const [{ status, message }, logs] = await recordLogs(
		async () => await testCredential(credential, [node]),
	);
	const [title = ''] = message.split(/(?<=[.!?]) /);
	const json =
		status === 'OK' ? { status, message } : { error: title, message, details: { status } };
	return {
		output: [[{ json, pairedItem: { item: 0 } }]],
		error: undefined,
		left: { message, logs: everything(logs) },
	};
};
