import type { Themed } from 'n8n-workflow';

/** Relative to `dist/nodes/<Name>/`. */
export const flinksIcon: Themed<`file:${string}.svg`> = {
	light: 'file:../../icons/flinksOutbound.svg',
	dark: 'file:../../icons/flinksOutbound.dark.svg',
};
