import { listSearch, loadOptions } from '../../engine/harness';
import { recordLogs } from '../../engine/harness/host';
import { everything, type Act } from '../matrix/ran';

/** What the editor does when a list of the node is opened; the entries are the rows. */
export const openList =
	(method: string): Act =>
	async (node, job) => {
		const call = { node, method, parameters: job.parameters, credentials: job.credentials };
		const isSearch = node.methods?.listSearch?.[method] !== undefined;
		const [{ entries, error }, logs] = await recordLogs(async () => {
			try {
				const list = isSearch ? (await listSearch(call)).results : await loadOptions(call);
				const [notice] = list.filter(({ value }) => value === '');
				return notice
					? { entries: [], error: noticed(notice) }
					: { entries: list, error: undefined };
			} catch (thrown) {
				return { entries: [], error: thrown };
			}
		});
		const rows = entries.map(({ name, value }) => ({
			json: { name, value: String(value) },
			pairedItem: { item: 0 },
		}));
		return {
			output: [rows],
			error,
			left: { list: JSON.stringify(rows), error: everything(error), logs: everything(logs) },
		};
	};

/** A list that cannot be filled has one entry that says why; a search has no second line for it. */
function noticed({ name, description = 'See the other lists of the node.' }: Noticed): Error {
	return Object.assign(new Error(name), { description });
}

interface Noticed {
	readonly name: string;
	readonly description?: string;
}
