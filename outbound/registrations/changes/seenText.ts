import { putSeen, type Seen, type SeenState } from './seen';

const HEAD = 'flinks-registrations.v1';

/**
 * The state as one text: its head, the statuses, then a part for each recipient. Provider IDs that are
 * numbers are sorted and written as the distance from the one before, base 36, so that most take two
 * characters with their comma. `docs/triggers.md` has the sizes.
 */
export function seenText({ batch, wasEmpty, seen }: SeenState): string {
	const codes = new Map<string, number>();
	const recipients = [...seen].map(([recipientId, own]) => {
		const groups = new Map<number, string[]>();
		for (const [providerId, status] of own) {
			const code = codes.get(status) ?? codes.size;
			codes.set(status, code);
			const group = groups.get(code) ?? [];
			groups.set(code, group);
			group.push(providerId);
		}
		const parts = [...groups].map(([code, ids]) => `${code}:${providersText(ids)}`);
		return `${escaped(recipientId)}=${parts.join('+')}`;
	});
	const statuses = [...codes.keys()].map(escaped).join(',');
	return [HEAD, batch, wasEmpty ? 1 : 0, statuses, ...recipients].join('|');
}

/** What `seenText` was given; undefined for anything else, also for another version. */
export function seenIn(text: string): SeenState | undefined {
	const [head, batch = '', empty = '', statuses = '', ...recipients] = text.split('|');
	if (head !== HEAD || !/^\d+$/.test(batch) || !/^[01]$/.test(empty)) return undefined;
	const codes = statuses.split(',').map(unescaped);
	const seen: Seen = new Map();
	for (const recipient of recipients) {
		const [id = '', groups, ...more] = recipient.split('=');
		if (groups === undefined || more.length > 0) return undefined;
		for (const group of groups.split('+')) {
			const [code = '', ids, ...rest] = group.split(':');
			const status = /^\d+$/.test(code) ? codes[Number(code)] : undefined;
			const isWhole = status !== undefined && ids !== undefined && rest.length === 0;
			if (!isWhole || !PROVIDERS.test(ids)) return undefined;
			for (const providerId of providersIn(ids)) putSeen(seen, unescaped(id), providerId, status);
		}
	}
	return { batch: Number(batch), wasEmpty: empty === '1', seen };
}

const NUMBER = /^(0|[1-9]\d{0,14})$/;
const PROVIDERS = /^([0-9a-z]+|'[^,]*)(,([0-9a-z]+|'[^,]*))*$/;
/** In front of a provider ID that is no number. */
const TEXT = "'";

function providersText(ids: readonly string[]): string {
	const numbers = ids.filter((id) => NUMBER.test(id)).map(Number);
	numbers.sort((a, b) => a - b);
	const steps = numbers.map((id, index) => (id - (numbers[index - 1] ?? 0)).toString(36));
	const texts = ids.filter((id) => !NUMBER.test(id)).map((id) => `${TEXT}${escaped(id)}`);
	return [...steps, ...texts].join(',');
}

function providersIn(text: string): string[] {
	let last = 0;
	return text.split(',').map((part) => {
		if (part.startsWith(TEXT)) return unescaped(part.slice(1));
		last += parseInt(part, 36);
		return String(last);
	});
}

/** What the text is taken apart by, and the sign of the escape. */
const escaped = (text: string) =>
	text.replace(/[%|=+:,]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
const unescaped = (text: string) =>
	text.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
