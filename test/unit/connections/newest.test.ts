import {
	identityOf,
	isNewer,
	newestOf,
	rememberNewest,
} from '../../../outbound/connections/newest';
import { connectionOf, recipientApp } from './support';

describe('the newest form of a connection', () => {
	it('is the one that Flinks replaced last, whatever text a run brings', () => {
		const app = recipientApp();
		const stored = connectionOf();
		expect(newestOf(app, stored)).toBe(stored);
		const rotated = { ...stored, refreshToken: 'refresh-2', rotations: 1 };
		rememberNewest(app, rotated);
		expect(newestOf(app, stored)).toBe(rotated);
		const later = { ...stored, refreshToken: 'refresh-3', rotations: 2 };
		expect(newestOf(app, later)).toBe(later);
		const sameAge = { ...rotated };
		expect(newestOf(app, sameAge)).toBe(sameAge);
	});

	it('is known for this connection, client and environment only', () => {
		const app = recipientApp();
		const stored = connectionOf();
		rememberNewest(app, { ...stored, rotations: 1 });
		const strangers = [
			{ ...app, clientId: 'dc-other' },
			{ ...app, environment: { ...app.environment, authorization: 'https://b.example' } },
		];
		for (const stranger of strangers) expect(newestOf(stranger, stored)).toBe(stored);
		const other = connectionOf({ connectionId: 'connection-2' });
		expect(newestOf(app, other)).toBe(other);
	});

	it('counts one that was never replaced as the oldest', () => {
		const [never, once] = [connectionOf(), connectionOf({ rotations: 1 })];
		expect([isNewer(once, never), isNewer(never, once), isNewer(never, never)]).toEqual([
			true,
			false,
			false,
		]);
	});

	it('is found by a digest that gives nothing away', () => {
		const app = recipientApp();
		const identity = identityOf(app, connectionOf());
		expect(identity).toMatch(/^[\w-]{43}$/);
		expect(identity).toBe(identityOf({ ...app }, connectionOf({ refreshToken: 'another' })));
	});
});
