/** What a customer came back with. `code` is secret until it has been exchanged. */
export type Callback =
	| ({ readonly kind: 'code'; readonly code: string } & Origin)
	| ({ readonly kind: 'declined'; readonly error: string } & Origin)
	| { readonly kind: 'unreadable'; readonly title: string; readonly remedy: string };

/** Which link it answers. Flinks documents no `provider_id` here; where one comes, it must fit the state. */
interface Origin {
	readonly state: string;
	readonly providerId?: string;
}

const MAX_LENGTH = 4096;

/**
 * Reads the answer of the consent page from a Webhook node's item (`query`, or `body` of a form), from the
 * query alone, or from the address as text. An answer with an error is a refusal, even beside a code.
 */
export function readCallback(value: unknown): Callback {
	const fields = answerIn(value);
	if (!fields) {
		return unreadable('There is no answer of the consent page in this item');
	}
	const [code, error, state, providerId] = ['code', 'error', 'state', 'provider_id'].map(
		(name) => fields.get(name) ?? '',
	);
	if ([code, error, state, providerId].some((field) => !isText(field))) {
		return unreadable(
			'The answer of the consent page holds a field twice, or one that is too long',
		);
	}
	if (!isText(state) || state === '') {
		return unreadable('The answer of the consent page has no state');
	}
	const origin = { state, ...(isText(providerId) && providerId !== '' ? { providerId } : {}) };
	if (isText(error) && error !== '') {
		return { kind: 'declined', error, ...origin };
	}
	if (isText(code) && code !== '') return { kind: 'code', code, ...origin };
	return unreadable('The answer of the consent page has neither a code nor an error');
}

function answerIn(value: unknown): Map<string, unknown> | undefined {
	if (typeof value === 'string') return fromAddress(value);
	const fields = fieldsOf(value);
	const places = [fieldsOf(fields?.get('query')), fieldsOf(fields?.get('body')), fields];
	return places.find((place) => place?.has('code') || place?.has('error') || place?.has('state'));
}

function fromAddress(text: string): Map<string, unknown> | undefined {
	if (text.length > 4 * MAX_LENGTH) return undefined;
	const query = text.slice(text.indexOf('?') + 1).split('#')[0] ?? '';
	const fields = new Map<string, unknown>();
	for (const [name, field] of new URLSearchParams(query)) {
		fields.set(name, fields.has(name) ? [fields.get(name), field] : field);
	}
	return fields.has('code') || fields.has('error') || fields.has('state') ? fields : undefined;
}

function fieldsOf(value: unknown): Map<string, unknown> | undefined {
	return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value.length <= MAX_LENGTH;
}

function unreadable(title: string): Callback {
	return {
		kind: 'unreadable',
		title,
		remedy:
			'Nothing was sent to Flinks. The item must hold state and code, or state and error. Connect this node to the Webhook node whose address is the redirect URI, and open the address only through an authorization link.',
	};
}
