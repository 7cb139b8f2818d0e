import axios from 'axios';
import { parse } from 'flatted';
import { setTimeout as sleep } from 'node:timers/promises';
import { HostProblem } from './problem.mjs';

const RUN_TIMEOUT_MS = 120_000;
const POLL_MS = 150;
const TABLE_PAGE = 100;

const cookiesOf = (headers) =>
	(headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');

/**
 * The editor's own REST calls, as its owner. No browser-id header is ever sent: n8n then does not
 * ask for one again.
 */
export class N8nApi {
	#cookie = '';
	#http;

	constructor(url) {
		this.url = url;
		this.#http = axios.create({
			baseURL: url,
			proxy: false,
			maxRedirects: 0,
			validateStatus: () => true,
		});
	}

	/** Any call as the logged-in owner. @returns {Promise<import('axios').AxiosResponse>} whatever the status */
	async fetch(method, path, body, query) {
		const headers = this.#cookie ? { cookie: this.#cookie } : {};
		return await this.#http.request({ method, url: path, data: body, params: query, headers });
	}

	/** One call that must succeed. @returns its `data` */
	async call(method, path, body, query) {
		const { status, data } = await this.fetch(method, path, body, query);
		if (status >= 200 && status < 300) return data?.data ?? data;
		const said = data?.message ?? JSON.stringify(data)?.slice(0, 300);
		throw new HostProblem(
			`n8n answered ${status} to ${method} ${path}: ${said}`,
			'If this n8n holds an older state, start anew: npm start -- --reset',
		);
	}

	/** Logs in; the first time, that person becomes the owner. */
	async enter({ email, password }) {
		const settings = await this.call('GET', '/rest/settings');
		const isNew = settings.userManagement?.showSetupOnFirstLoad === true;
		const { status, headers } = isNew
			? await this.fetch('POST', '/rest/owner/setup', {
					email,
					password,
					firstName: 'Flinks',
					lastName: 'Operator',
				})
			: await this.fetch('POST', '/rest/login', { emailOrLdapLoginId: email, password });
		if (status !== 200) {
			throw new HostProblem(
				`n8n refused the login of ${email} (${status}).`,
				'Its database belongs to another login. Start anew: npm start -- --reset',
			);
		}
		this.#cookie = cookiesOf(headers);
	}

	createCredential(credential) {
		return this.call('POST', '/rest/credentials', credential);
	}

	updateCredential(id, credential) {
		return this.call('PATCH', `/rest/credentials/${id}`, credential);
	}

	credential(id) {
		return this.call('GET', `/rest/credentials/${id}`, undefined, { includeData: true });
	}

	/** What the editor's Save shows. @returns {Promise<{status: 'OK' | 'Error', message: string}>} */
	testCredential(credential) {
		return this.call('POST', '/rest/credentials/test', { credentials: credential });
	}

	createWorkflow(workflow) {
		return this.call('POST', '/rest/workflows', { active: false, ...workflow });
	}

	/** @returns the workflow, or undefined once somebody has deleted it */
	async workflow(id) {
		const { status, data } = await this.fetch('GET', `/rest/workflows/${id}`);
		return status === 200 ? data.data : undefined;
	}

	/** Publishes a workflow: its webhooks and schedules run from now on. */
	activate({ id, versionId }) {
		return this.call('POST', `/rest/workflows/${id}/activate`, { versionId });
	}

	deactivate(id) {
		return this.call('POST', `/rest/workflows/${id}/deactivate`);
	}

	/** Begins to run a workflow from its trigger. @returns {Promise<string>} the execution's ID */
	async begin(workflowId, triggerName) {
		const { executionId } = await this.call('POST', `/rest/workflows/${workflowId}/run`, {
			triggerToStartFrom: { name: triggerName },
		});
		return executionId;
	}

	/** Runs a workflow from its trigger, as *Execute workflow* does. @returns the finished execution */
	async run(workflowId, triggerName) {
		return await this.finished(await this.begin(workflowId, triggerName));
	}

	/** The executions of a workflow that n8n has kept, newest first. @returns {Promise<Array<{id: string, mode: string, status: string}>>} */
	async executions(workflowId) {
		const filter = JSON.stringify({ workflowId });
		return (await this.call('GET', '/rest/executions', undefined, { filter, limit: 50 })).results;
	}

	/** Where n8n keeps a Data Table of the owner. */
	async #table(name) {
		const { id: projectId } = await this.call('GET', '/rest/projects/personal');
		const tables = `/rest/projects/${projectId}/data-tables`;
		const { data } = await this.call('GET', tables, undefined, { take: 100 });
		return `${tables}/${data.find((table) => table.name === name).id}`;
	}

	/** The rows of a Data Table of the owner. @returns {Promise<object[]>} */
	async tableRows(name) {
		const at = `${await this.#table(name)}/rows`;
		const rows = [];
		for (;;) {
			const page = { take: TABLE_PAGE, skip: rows.length, sortBy: 'id:asc' };
			const { data } = await this.call('GET', at, undefined, page);
			rows.push(...data);
			if (data.length < TABLE_PAGE) return rows;
		}
	}

	/** Changes the rows of a Data Table whose fields equal these. */
	async changeTableRows(name, whose, data) {
		const filters = Object.entries(whose).map(([columnName, value]) => ({
			columnName,
			condition: 'eq',
			value,
		}));
		const at = `${await this.#table(name)}/rows`;
		await this.call('PATCH', at, { filter: { type: 'and', filters }, data });
	}

	/** Adds rows to a Data Table; a column that a row does not name is empty. */
	async addTableRows(name, data) {
		const at = `${await this.#table(name)}/insert`;
		await this.call('POST', at, { data, returnType: 'count' });
	}

	/** Waits for an execution. @returns {Promise<{status: string, runData: object, error?: object}>} */
	async finished(executionId) {
		const deadline = Date.now() + RUN_TIMEOUT_MS;
		while (Date.now() < deadline) {
			const execution = await this.call('GET', `/rest/executions/${executionId}`);
			if (['success', 'error', 'crashed', 'canceled'].includes(execution.status)) {
				const { resultData } = parse(execution.data);
				return { status: execution.status, runData: resultData.runData, error: resultData.error };
			}
			await sleep(POLL_MS);
		}
		throw new HostProblem(
			`Execution ${executionId} did not end within ${RUN_TIMEOUT_MS / 1000} s.`,
			`Look at it in n8n: ${this.url}/home/executions`,
		);
	}
}

/** The items a node put out, as plain rows. */
export function rowsOf(execution, nodeName) {
	const runs = execution.runData[nodeName] ?? [];
	return runs
		.flatMap((run) => (run.data?.main ?? []).flatMap((items) => items ?? []))
		.map(({ json }) => json);
}
