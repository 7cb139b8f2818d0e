import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { runWorkflow } from '../../host/lib/workflows.mjs';
import { useDemo } from './support/demo.mjs';

const TOKEN_ROUTE = '/api/v1/token';
const { n8n, sandbox, workflows } = await useDemo();

after(() => sandbox.set({ badTokenStatus: 401 }));

for (const badTokenStatus of [401, 400]) {
	for (const file of ['registration-audit.json', 'account-fetch.json']) {
		test(`${file} survives a token that expired and is answered with ${badTokenStatus}`, async () => {
			await sandbox.set({ badTokenStatus });
			await runWorkflow(n8n, workflows[file].id);
			await sandbox.letTokensExpire();
			await sandbox.clearLog();

			const result = await runWorkflow(n8n, workflows[file].id);

			assert.equal(result.status, 'success', result.problem);
			assert.ok(result.results.every(({ rows }) => rows.length > 0));
			const refused = (await sandbox.requests()).filter(({ status }) => status === badTokenStatus);
			assert.ok(refused.length > 0, 'the expired token was never refused: the test proves nothing');
			assert.equal((await sandbox.requests(TOKEN_ROUTE)).length, 1);
		});
	}
}
