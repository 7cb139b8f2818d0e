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
