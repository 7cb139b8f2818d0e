import { labelOf, readEnvelope } from '../../../outbound/connections/envelope';

const fields = {
	keyId: 'abcdefgh',
	recipientId: 'dc-1',
	requestedProviderId: '1000',
	authorization: 'https://auth.flinks.example',
};
const label = labelOf(fields);

describe('the outside of a sealed connection', () => {
	it('is read without any key', () => {
		expect(readEnvelope(`${label}.AAAA`)).toEqual({
			...fields,
			label,
			sealed: Buffer.from([0, 0, 0]),
		});
	});

	it('is read up to 100,000 characters', () => {
		const short = 'flinks-connection.v1.abcdefgh.r.p.a.';
		expect(short).toHaveLength(36);
		const text = short + 'A'.repeat(100_000 - short.length);
		expect(readEnvelope(text)?.sealed).toHaveLength(74_973);
		expect(readEnvelope(`${text}AAAA`)).toBeUndefined();
	});

	it('is text only', () => {
		for (const odd of [undefined, null, 5, {}, [`${label}.AAAA`]]) {
			expect(readEnvelope(odd)).toBeUndefined();
		}
	});

	it.each([`x${label}.AAAA`, `${label}.AAAA\n`, `${label}.AAAA!`, label, 'x'])(
		'is the whole of a text, not a part: %j',
		(text) => expect(readEnvelope(text)).toBeUndefined(),
	);

	it.each([
		['recipient', 'flinks-connection.v1.abcdefgh.%E0.1000.host.AAAA'],
		['provider', 'flinks-connection.v1.abcdefgh.dc-1.%E0.host.AAAA'],
		['address', 'flinks-connection.v1.abcdefgh.dc-1.1000.%E0.AAAA'],
	])('is none where the %s is no text', (_, text) => {
		expect(readEnvelope(text)).toBeUndefined();
	});
});
