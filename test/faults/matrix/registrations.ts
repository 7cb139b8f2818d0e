import type { IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../../../sandbox';
import type { Pair } from '../scenarios/types';

export interface RegistrationCheck {
	readonly doubled: readonly string[];
	readonly unasked: readonly string[];
	readonly missing: readonly string[];
}

const named = (recipient: unknown, provider: unknown): string =>
	`${String(recipient)} with ${String(provider)}`;

/** The registrations a sandbox holds, by name. */
export function registered(sandbox: Sandbox): Set<string> {
	const rows = sandbox.store.registrations.all();
	return new Set(
		rows.map(({ recipient, provider }) => named(recipient.client_id, provider.provider_id)),
	);
}

/** Compares what Flinks holds with what was asked for and with what the node says it did. */
export function checkRegistrations(
	sandbox: Sandbox,
	before: ReadonlySet<string>,
	asked: readonly Pair[],
	rows: readonly IDataObject[],
): RegistrationCheck {
	const wanted = new Set(asked.map((one) => named(one.recipientId, one.providerId)));
	const now = registered(sandbox);
	const reported = rows
		.filter(({ outcome }) => outcome === 'REQUESTED')
		.map(({ recipientId, providerId }) => named(recipientId, providerId));
	return {
		doubled: sandbox.store.registrations
			.all()
			.filter(({ timesRequested }) => timesRequested > 1)
			.map(({ recipient, provider }) => named(recipient.client_id, provider.provider_id)),
		unasked: [...now].filter((one) => !before.has(one) && !wanted.has(one)),
		missing: reported.filter((one) => !now.has(one)),
	};
}
