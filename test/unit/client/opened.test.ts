import { opened } from '../../../nodes/shared/client/opened';

describe('opening a credential', () => {
	const host = { hasCredential: () => true };

	it('of one that was deleted says to choose another', async () => {
		const gone = 'Credential with ID "7" does not exist for type "flinksOutboundAppApi".';
		const end = await opened(host, 'flinksOutboundAppApi', async () => {
			throw new Error(gone);
		});
		expect(end).toMatchObject({
			kind: 'failed',
			failure: {
				title: gone,
				remedy: expect.stringMatching(/^If the credential was deleted, choose another one/),
			},
		});
	});
});
