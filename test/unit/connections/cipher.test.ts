import { randomBytes } from 'node:crypto';

import { decrypt, encrypt, mayBeSealed } from '../../../outbound/connections/cipher';

const key = randomBytes(32);

describe('encrypted bytes', () => {
	it('come back as they were, also where there are none', () => {
		for (const inside of ['', 'a connection'].map((text) => Buffer.from(text))) {
			const sealed = encrypt(inside, 'label', key);
			expect(mayBeSealed(sealed)).toBe(true);
			expect(decrypt(sealed, 'label', key)).toEqual(inside);
		}
	});

	it('are not opened, and nothing is thrown, where they are too few', () => {
		const shortest = encrypt(Buffer.alloc(0), 'label', key);
		for (const length of [0, 3, 12, 16, shortest.length - 1]) {
			const cut = shortest.subarray(0, length);
			expect(mayBeSealed(cut)).toBe(false);
			expect(decrypt(cut, 'label', key)).toBeUndefined();
		}
	});

	it('are not opened under another label, or with another key', () => {
		const sealed = encrypt(Buffer.from('x'), 'label', key);
		expect(decrypt(sealed, 'labels', key)).toBeUndefined();
		expect(decrypt(sealed, 'label', randomBytes(32))).toBeUndefined();
	});
});
