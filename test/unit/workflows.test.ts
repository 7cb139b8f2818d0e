import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';
import { z } from 'zod';

const folder = path.resolve(__dirname, '../../.github/workflows');
const Permissions = z.record(z.string(), z.string());
const Workflow = z.object({
	permissions: Permissions,
	jobs: z.record(
		z.string(),
		z.object({
			'timeout-minutes': z.number(),
			permissions: Permissions,
			environment: z.string().optional(),
			needs: z.string().optional(),
			steps: z.array(
				z.object({
					uses: z.string().optional(),
					run: z.string().optional(),
					with: z.record(z.string(), z.unknown()).optional(),
				}),
			),
		}),
	),
});

const files = readdirSync(folder).map((file) => {
	const text = readFileSync(path.join(folder, file), 'utf8');
	return { file, text, ...Workflow.parse(parse(text)) };
});

describe.each(files)('the workflow $file', ({ file, text, permissions, jobs }) => {
	const steps = Object.values(jobs).flatMap((job) => job.steps);

	it('gives no right to all of its jobs, and an end to each', () => {
		expect(permissions).toEqual({});
		expect(Object.values(jobs).every((job) => job['timeout-minutes'] <= 300)).toBe(true);
	});

	it('takes actions by their commit, with the version beside it', () => {
		const used = [...text.matchAll(/uses: (\S+)(?: # (\S+))?/g)].map(([, at, version]) => ({
			at,
			version,
		}));
		expect(used.length).toBeGreaterThan(0);
		for (const { at, version } of used) {
			expect(at).toMatch(/@[0-9a-f]{40}$/);
			expect(version).toMatch(/^v\d+\.\d+\.\d+$/);
		}
	});

	it('keeps no login after the checkout, and puts no expression into a shell', () => {
		const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
		expect(checkouts.every((step) => step.with?.['persist-credentials'] === false)).toBe(true);
		expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
	});

	it('lets only a protected job that runs npm alone show who it is', () => {
		for (const job of Object.values(jobs)) {
			if (!('id-token' in job.permissions)) continue;
			expect(file).toBe('publish.yml');
			expect(job.environment).toBe('npm');
			expect(job.steps.flatMap(({ run }) => run ?? [])).toEqual([
				expect.stringMatching(/^npm publish \.\/tarball\/\*\.tgz --provenance/),
			]);
		}
	});
});

describe('publishing', () => {
	const publish = files.find(({ file }) => file === 'publish.yml');
	const jobs = publish?.jobs ?? {};
	const actions = (job: string) =>
		jobs[job]?.steps.flatMap(({ uses, with: given }) =>
			uses === undefined ? [] : [[uses.split('@')[0], given?.name ?? '']],
		);

	it('builds and tests without the identity, from the lock file', () => {
		expect(jobs.pack?.permissions).toEqual({ contents: 'read' });
		const runs = jobs.pack?.steps.flatMap(({ run }) => run ?? []) ?? [];
		expect(runs.filter((run) => run.startsWith('npm '))).toEqual([
			'npm ci',
			'npm test',
			'npm run build',
		]);
		expect(runs.at(-1)).toContain('npm pack --ignore-scripts');
	});

	it('hands the tested tarball, and nothing else, to the job with the identity', () => {
		const names = Object.keys(jobs);
		expect(names.filter((name) => 'id-token' in (jobs[name]?.permissions ?? {}))).toEqual([
			'publish',
		]);
		expect(jobs.publish?.needs).toBe('pack');
		expect(actions('pack')?.at(-1)).toEqual(['actions/upload-artifact', 'tarball']);
		expect(actions('publish')).toEqual([
			['actions/setup-node', ''],
			['actions/download-artifact', 'tarball'],
		]);
	});

	it('needs no stored secret', () => {
		expect(publish?.text).not.toMatch(/secrets\.|NPM_TOKEN|NODE_AUTH_TOKEN/);
	});
});
