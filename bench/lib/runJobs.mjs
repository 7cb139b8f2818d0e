import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { step } from '../../host/lib/progress.mjs';
import { answerBytes } from './answerBytes.mjs';
import { createCredentials } from './credentials.mjs';
import { loadNow } from './machine.mjs';
import { alternate, profile } from './measure.mjs';
import { resultOf } from './results.mjs';
import { runnerFor } from './workflow.mjs';

const PARTNER_ROLES = ['partner', 'genericPartner'];
const CUSTOMER_ROLES = ['recipient', 'genericRecipient', 'app'];

/** The sandbox a job runs against, with credentials for it in n8n. */
async function openWorld(n8n, worlds, name) {
	const world = await worlds.ask('start', name);
	const roles = name === 'accounts' ? CUSTOMER_ROLES : PARTNER_ROLES;
	const credentials = await createCredentials(n8n, name, world, roles);
	return { ...world, credentials, ask: (act, more) => worlds.ask(act, name, more) };
}

/** Both sides of a job, ready to run. */
async function sidesOf(n8n, job, world) {
	const items = await job.items(world, world.ask);
	const side = async (which, rows) => ({
		items,
		rows,
		run: await runnerFor(n8n, `${job.id} ${which}`, job[which](world)),
	});
	return {
		peer: await side('peer', job.peerRows ?? job.rows),
		ours: await side('ours', job.rows),
	};
}

async function profileSides(job, sides, world, dir) {
	mkdirSync(dir, { recursive: true });
	for (const [name, side] of Object.entries(sides)) {
		await profile(side, world);
		const file = `${job.id} ${name}.cpuprofile`.replaceAll(' ', '-');
		await profile(side, world, path.resolve(dir, file));
	}
}

/** @returns {Promise<object[]>} one result for each job and latency; none when profiling */
export async function runJobs({ n8n, worlds, jobs, options }) {
	const opened = new Map();
	const results = [];
	for (const job of jobs) {
		const world =
			opened.get(job.world) ??
			(await step(`Set up ${job.world}`, () => openWorld(n8n, worlds, job.world)));
		opened.set(job.world, world);
		const sides = await sidesOf(n8n, job, world);
		if (options.profile) {
			await step(`Profile: ${job.id}`, () => profileSides(job, sides, world, options.profile));
			continue;
		}
		const bytes = await answerBytes(job, world);
		for (const latencyMs of options.latencies) {
			const load = loadNow();
			const runs = await step(`${job.id}, ${latencyMs} ms`, (note) =>
				alternate(sides, world, latencyMs, options.times, note),
			);
			results.push({ ...resultOf(job, latencyMs, runs, bytes), load });
		}
	}
	return results;
}
