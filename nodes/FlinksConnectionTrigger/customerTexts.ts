import type { Language } from '../../outbound/model/types';
import type { Result } from '../../outbound/connections/result';

export interface Words {
	readonly title: string;
	readonly text: string;
}

interface Frame {
	/** Before the name of the bank. */
	readonly bank: string;
	/** The link that leads away from the page. */
	readonly back: string;
	readonly backTo: (company: string) => string;
}

/** What customers read; nothing of it comes from the address they came by. */
export const WORDS: Readonly<Record<Language, Readonly<Record<Result['kind'], Words>>>> = {
	en: {
		connected: {
			title: 'Your accounts are connected',
			text: 'Thank you. Your bank has confirmed your consent. You can close this page.',
		},
		declined: {
			title: 'Nothing was shared',
			text: 'You did not give your consent, so we cannot see your accounts. If you change your mind, ask us for a new link.',
		},
		failed: {
			title: 'Your accounts could not be connected',
			text: 'Something went wrong between your bank and us. Please ask us for a new link.',
		},
		'not-valid': {
			title: 'This link cannot be used',
			text: 'It was used already, or it is too old. If you have just connected your accounts, all is well. Otherwise, ask us for a new link.',
		},
	},
	fr: {
		connected: {
			title: 'Vos comptes sont liés',
			text: 'Merci. Votre banque a confirmé votre consentement. Vous pouvez fermer cette page.',
		},
		declined: {
			title: 'Rien n’a été partagé',
			text: 'Vous n’avez pas donné votre consentement : nous ne voyons pas vos comptes. Si vous changez d’avis, demandez-nous un nouveau lien.',
		},
		failed: {
			title: 'Vos comptes n’ont pas pu être liés',
			text: 'Un problème est survenu entre votre banque et nous. Veuillez nous demander un nouveau lien.',
		},
		'not-valid': {
			title: 'Ce lien ne peut pas être utilisé',
			text: 'Il a déjà été utilisé, ou il est trop ancien. Si vous venez de lier vos comptes, tout va bien. Sinon, demandez-nous un nouveau lien.',
		},
	},
};

export const FRAMES: Readonly<Record<Language, Frame>> = {
	en: { bank: 'Bank:', back: 'Go back', backTo: (company) => `Back to ${company}` },
	fr: { bank: 'Banque :', back: 'Retour', backTo: (company) => `Retour au site de ${company}` },
};
