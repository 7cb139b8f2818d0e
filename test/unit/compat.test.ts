import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { breaks } from '../compat/compare';
import { describePackage, manifest } from '../compat/describe';
import { Package, type PackageShape } from '../compat/shape';

const folder = path.resolve(__dirname, '../compat');
const records = readdirSync(folder).filter((file) => file.endsWith('.json'));
const read = (file: string) =>
	Package.parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
const now = Package.parse(JSON.parse(JSON.stringify(describePackage())));

it('workflows stored with an earlier release find everything', () => {
	expect(records.flatMap((file) => breaks(read(file), now))).toEqual([]);
});

it('the record of the coming release is current (else: npm run compat:record)', () => {
	const coming = records.filter((file) => file === `${manifest.version}.json`);
	expect(coming.map(read)).toEqual(coming.map(() => now));
});

describe('the comparison', () => {
	const sample = (): PackageShape => ({
		nodes: {
			bank: {
				'1': {
					inputs: ['main'],
					outputs: ['main'],
					credentials: ['bankApi'],
					operations: {
						get: {
							limit: { type: 'number', default: 50 },
							status: { type: 'options', default: 'all', values: ['active', 'all'] },
							more: {
								type: 'collection',
								default: {},
								fields: { days: { type: 'number', default: 7 } },
							},
						},
					},
				},
			},
		},
		credentials: { bankApi: { extends: ['oAuth2Api'], fields: {} } },
	});
	const one = (shape: PackageShape) => shape.nodes.bank?.['1'] ?? fail();
	const get = (shape: PackageShape) => one(shape).operations.get ?? fail();
	const fail = (): never => {
		throw new Error('The sample has no such part');
	};
	const changed = (change: (shape: PackageShape) => void) => {
		const after = sample();
		change(after);
		return breaks(sample(), after);
	};

	it('finds every promise that is broken', () => {
		expect(changed((shape) => delete shape.nodes.bank)).toEqual(['bank version 1 is gone']);
		expect(changed((shape) => delete one(shape).operations.get)).toEqual([
			'bank version 1, get is gone',
		]);
		expect(changed((shape) => delete get(shape).limit)).toEqual([
			'bank version 1, get, limit is gone',
		]);
		expect(
			changed((shape) => Object.assign(get(shape), { limit: { type: 'string', default: 100 } })),
		).toEqual([
			'bank version 1, get, limit was number, is string',
			'bank version 1, get, limit was 50 by default, is 100',
		]);
		expect(changed((shape) => get(shape).status?.values?.pop())).toEqual([
			'bank version 1, get, status no longer takes all',
		]);
		expect(changed((shape) => delete get(shape).more?.fields?.days)).toEqual([
			'bank version 1, get, more, days is gone',
		]);
		expect(
			changed((shape) =>
				Object.assign(get(shape), { id: { type: 'string', default: '', required: true } }),
			),
		).toEqual(['bank version 1, get, id is new and required']);
		expect(changed((shape) => (one(shape).outputs = ['main', 'Failed']))).toEqual([
			'bank version 1 has other outputs',
		]);
		expect(changed((shape) => delete shape.credentials.bankApi)).toEqual(['bankApi is gone']);
	});

	it('lets a release add', () => {
		const added = changed((shape) => {
			get(shape).status?.values?.push('ended');
			Object.assign(get(shape), { page: { type: 'number', default: 1 } });
			Object.assign(one(shape).operations, { remove: {} });
			Object.assign(shape.nodes, { other: {} });
			Object.assign(shape.nodes.bank ?? {}, {
				'2': { ...one(shape), outputs: ['main', 'Failed'] },
			});
		});
		expect(added).toEqual([]);
	});

	it('reads the nodes and credentials as they are', () => {
		expect(Object.keys(now.nodes).length).toBe(manifest.n8n.nodes.length);
		expect(Object.keys(now.credentials).length).toBe(manifest.n8n.credentials.length);
		const operations = Object.values(now.nodes).flatMap((versions) =>
			Object.values(versions).flatMap((node) => Object.keys(node.operations)),
		);
		expect(operations.length).toBeGreaterThan(10);
	});
});
