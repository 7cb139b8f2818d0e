import { createAuthorizeLink } from '../../../outbound/connections/authorizeLink';
import { connectingApp } from '../../shared/client/recipientApp';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';
import {
	correlationId,
	language,
	linkOptions,
	provider,
	reference,
	scopes,
	validityMinutes,
} from '../linkFields';

/** One link for each item; nothing is sent to Flinks. */
export const createLink = operation({
	value: 'createLink',
	name: 'Create Authorization Link',
	action: 'Create an authorization link',
	description: 'Make the address where a customer gives consent at their bank',
	access: connectingApp,
	fields: {
		provider,
		reference,
		scopes,
		language,
		validityMinutes,
		correlationId,
		options: linkOptions,
	},
	async each(job, { app, runtime }) {
		const { bankName, pkce } = job.options;
		const order = {
			providerId: job.provider,
			reference: job.reference.value,
			scopes: job.scopes,
			language: job.language,
			correlationId: job.correlationId === '' ? undefined : job.correlationId,
			validityMs: job.validityMinutes * 60_000,
			...(bankName === undefined || bankName === '' ? {} : { bankName }),
			...(pkce === true ? { pkce } : {}),
		};
		const link = createAuthorizeLink(app, order, runtime.now());
		const row = {
			authorizationUrl: link.authorizationUrl,
			linkId: link.linkId,
			reference: order.reference,
			providerId: order.providerId,
			scope: link.scope,
			language: order.language,
			expiresAt: new Date(link.expiresAtMs).toISOString(),
			...(order.correlationId === undefined ? {} : { correlationId: order.correlationId }),
		};
		return await Promise.resolve(rowsFrom([row]));
	},
});
