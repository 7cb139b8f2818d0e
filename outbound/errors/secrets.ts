import type { ApiRequest } from '../wire';
import type { Hide } from './clean';

const SECRET_KEYS = ['client_secret', 'code', 'refresh_token', 'access_token', 'code_verifier'];

/** A function that takes out of a text whatever secret this very request carried, should it be echoed. */
export function secretsHidden(request: ApiRequest): Hide {
	const sent: Readonly<Record<string, unknown>> = { ...request.query, ...request.body };
	const secrets = SECRET_KEYS.map((key) => sent[key]).filter(
		(value): value is string => typeof value === 'string' && value.length >= 4,
	);
	const forms = secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]);
	return (text) => forms.reduce((rest, form) => rest.split(form).join('[hidden]'), text);
}
