// Loaded by n8n before itself: at the point that a file names, it ends as by `kill -9`. The file holds
// {"point", "workflowId"}, or {"point": "answered", "body"} with a regular expression for the body, and is
// gone afterwards. Beside it is what the trigger gave out last.
const { subscribe } = require('node:diagnostics_channel');
const { readFileSync, rmSync, writeFileSync } = require('node:fs');
const Module = require('node:module');

const file = process.env.FLINKS_DIE_AT;

function wanted() {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return {};
	}
}

function die() {
	rmSync(file);
	process.kill(process.pid, 'SIGKILL');
}

function dieAt(point, workflowId) {
	const order = wanted();
	if (order.point === point && order.workflowId === workflowId) die();
}

// All of an answer has come, and nobody has been told of its end.
subscribe('http.client.response.finish', ({ response }) => {
	const { push } = response;
	const chunks = [];
	response.push = function (chunk, ...more) {
		if (chunk !== null) chunks.push(chunk);
		else {
			const { point, body } = wanted();
			const text = Buffer.concat(chunks).toString('utf8');
			if (point === 'answered' && new RegExp(body).test(text)) die();
		}
		return push.call(this, chunk, ...more);
	};
});

/** `then` is called with what a method of n8n's was given and has given back. */
function after(type, method, then) {
	const original = type.prototype[method];
	type.prototype[method] = async function (...args) {
		const result = await original.apply(this, args);
		then(result, args);
		return result;
	};
}

const points = {
	// The trigger gave something out; nothing of it is stored.
	'/triggers-and-pollers': ({ TriggersAndPollers }) =>
		after(TriggersAndPollers, 'runPollFunction', (rows, [workflow]) => {
			if (rows === null) return;
			writeFileSync(`${file}.given-out`, JSON.stringify(rows.flat().map(({ json }) => json)));
			dieAt('given out', workflow.id);
		}),
	// What the trigger remembers and the execution are stored in one; the execution has not begun.
	'/poll-cursor.service': ({ PollCursorService }) =>
		after(PollCursorService, 'commitWithExecution', (_stored, [{ workflowId }]) =>
			dieAt('stored', workflowId),
		),
	// What the trigger remembers is stored; the execution perhaps.
	'/workflow-static-data.service': ({ WorkflowStaticDataService }) =>
		after(WorkflowStaticDataService, 'saveStaticDataById', (_stored, [workflowId]) =>
			dieAt('stored', workflowId),
		),
};

const load = Module._load;
Module._load = function (request, parent, isMain) {
	const loaded = load.call(this, request, parent, isMain);
	const end = Object.keys(points).find((name) => request.endsWith(name));
	if (end === undefined) return loaded;
	points[end](loaded);
	delete points[end];
	return loaded;
};
