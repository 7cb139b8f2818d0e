/** `Crédit` and `CREDIT` are one name to a person who searches. */
export function foldName(name: string): string {
	return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
