import type { IDataObject } from 'n8n-workflow';

import type { LinkOrder } from '../../outbound/connections/authorizeLink';
import { checkReference } from '../../outbound/connections/state';
import type { Scope } from '../../outbound/model/types';
import { SCOPES } from '../../outbound/model/types';
import type { Outcome } from '../../outbound/outcome';
import { done, failed } from '../../outbound/outcome';
import { invalid } from '../shared/fields/invalid';
import type { Parameters } from '../common/parameters';
import { readProvider } from '../common/providerField';
import { valueAt } from '../common/readIdSource';

const MOST_MINUTES = 43_200;
const LONGEST_CORRELATION_ID = 100;

/** What an item asks for, every value checked. */
export function readLinkOrder(
	parameters: Parameters,
	item: number,
	json: IDataObject,
): Outcome<LinkOrder> {
	const provider = readProvider(parameters, item, json);
	if (provider.kind === 'failed') return provider;
	const reference = readReference(parameters, item, json);
	if (reference.kind === 'failed') return reference;
	const scopes = readScopes(parameters.read('scopes', item, ['ACCOUNT_DETAILED']));
	if (scopes.kind === 'failed') return scopes;
	const language = parameters.read('language', item, 'en');
	if (language !== 'en' && language !== 'fr') {
		return failed(
			invalid('Consent Language', 'it is neither "en" nor "fr". Choose one of the two.'),
		);
	}
	const minutes = Number(parameters.read('validityMinutes', item, 60));
	if (!(minutes > 0 && minutes <= MOST_MINUTES)) {
		return failed(
			invalid('Link Validity (Minutes)', `it is not a time. Enter 1 to ${MOST_MINUTES} minutes.`),
		);
	}
	const correlationId = textOf(parameters.read('correlationId', item, ''));
	if (correlationId.length > LONGEST_CORRELATION_ID || /[\p{Cc}\s]/u.test(correlationId)) {
		return failed(
			invalid('Correlation ID', 'it is too long or holds blanks. Use a UUID, or leave it empty.'),
		);
	}
	return done({
		providerId: provider.value,
		reference: reference.value,
		scopes: scopes.value,
		language,
		correlationId: correlationId === '' ? undefined : correlationId,
		validityMs: minutes * 60_000,
	});
}

function readReference(parameters: Parameters, item: number, json: IDataObject): Outcome<string> {
	const isField = parameters.read('referenceFrom', item, 'value') === 'field';
	const field = String(parameters.read('referenceField', item, 'reference'));
	const label = isField ? 'Reference Field' : 'Reference';
	const value = isField ? valueAt(json, field) : parameters.read('reference', item, '');
	const reference = textOf(value);
	if (reference === '') {
		return failed(
			invalid(
				label,
				isField
					? `the item has no text or number in its field "${field}". Check the name of the field.`
					: 'it is empty. Enter your own name for the customer, such as a customer number.',
			),
		);
	}
	const problem = checkReference(reference);
	return problem === undefined ? done(reference) : failed(invalid(label, problem));
}

function readScopes(value: unknown): Outcome<readonly Scope[]> {
	const given: unknown[] = Array.isArray(value) ? value : textOf(value).split(/[\s,]+/);
	const names = given.filter((name) => name !== '');
	const scopes = SCOPES.filter((scope) => names.includes(scope));
	const unknown = names.find((name) => !SCOPES.some((scope) => scope === name));
	if (unknown === undefined) return done(scopes);
	const known = SCOPES.join(', ');
	return failed(
		invalid('Scopes', `Flinks has no scope "${textOf(unknown)}". Use any of ${known}.`),
	);
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
