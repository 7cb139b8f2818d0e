const bearer = (ctx) => (ctx.get('authorization').match(/^Bearer (.+)$/) ?? [])[1];

/** What Flinks keeps behind a customer's token; whether a token is good is for the OAuth server to say. */
export function resources(provider) {
	return async (ctx, next) => {
		if (!ctx.path.startsWith('/api/fdx/') && ctx.path !== '/api/v1/revoke') return await next();
		const token = await provider.AccessToken.find(bearer(ctx) ?? '');
		if (!token?.isValid) {
			ctx.status = 401;
			ctx.body = { code: 602, message: 'Customer not authorized', debugMessage: '' };
			return;
		}
		if (ctx.method === 'DELETE') {
			await provider.Grant.adapter.destroy(token.grantId);
			for (const kind of ['AccessToken', 'RefreshToken']) {
				await provider[kind].revokeByGrantId(token.grantId);
			}
			ctx.status = 204;
			return;
		}
		const depositAccount = { accountId: 'acc-1', accountType: 'CHECKING', currentBalance: 12.5 };
		ctx.body = { page: {}, links: {}, accounts: [{ depositAccount }] };
	};
}
