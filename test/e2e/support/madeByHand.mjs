const idsIn = async (n8n) => (await n8n.call('GET', '/rest/credentials')).map(({ id }) => id);

/**
 * Notes the credentials that are there; those made by hand have the names that n8n proposes, so that
 * two of one name would be there afterwards. @returns what deletes the ones made since
 */
export async function credentialsMadeByHand(n8n) {
	const before = await idsIn(n8n);
	return async () => {
		const made = (await idsIn(n8n)).filter((id) => !before.includes(id));
		for (const id of made) await n8n.call('DELETE', `/rest/credentials/${id}`);
	};
}
