import { checkExpectedReference } from '../../../outbound/connections/expectedReference';
import { connectionOf } from './support';

describe('the reference that a row expects', () => {
	it('is not checked where it is left empty', () => {
		for (const empty of [undefined, '', ' ']) {
			expect(checkExpectedReference(connectionOf(), empty)).toBeUndefined();
		}
	});

	it('names both customers where they are not the same', () => {
		expect(checkExpectedReference(connectionOf(), ' customer-1042 ')).toBeUndefined();
		expect(checkExpectedReference(connectionOf(), 'customer-7')).toEqual({
			kind: 'invalid-input',
			title: 'This connection is of the customer "customer-1042", but "customer-7" was expected',
			remedy: expect.stringMatching(/^Nothing was sent to Flinks\. .+'Expected Reference'.+\.$/),
		});
	});

	it('is not that of a connection without one', () => {
		const { reference: _, ...nameless } = connectionOf();
		expect(checkExpectedReference(nameless, 'customer-7')?.title).toContain('customer "", but');
	});
});
