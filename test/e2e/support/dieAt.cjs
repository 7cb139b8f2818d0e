// Loaded by n8n before itself: at the point that a file names, it ends as by `kill -9`. The file holds
// "<point> <workflow ID>" and is gone afterwards.
const { readFileSync, rmSync } = require('node:fs');
const Module = require('node:module');

const file = process.env.FLINKS_DIE_AT;

function dieAt(point, workflowId) {
	let wanted = '';
	try {
		wanted = readFileSync(file, 'utf8');
	} catch {
		return;
	}
	if (wanted !== `${point} ${workflowId}`) return;
	rmSync(file);
	process.kill(process.pid, 'SIGKILL');
}

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
			if (rows !== null) dieAt('given out', workflow.id);
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
