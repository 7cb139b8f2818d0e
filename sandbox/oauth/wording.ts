import type { DataScope, Language } from '../store/types';

interface Wording {
	readonly lang: Language;
	readonly title: string;
	readonly wants: string;
	/** What stands before a bank's name. */
	at(bank: string): string;
	readonly shares: string;
	readonly signInAs: string;
	readonly until: string;
	readonly allow: string;
	readonly deny: string;
	readonly sandbox: string;
	readonly refusedTitle: string;
	readonly back: string;
	readonly refused: Readonly<Record<'client' | 'redirect' | 'ticket', string>>;
	readonly scopes: Readonly<Record<DataScope, string>>;
}

/** English unless French is asked for. */
export function languageOf(lang: unknown): Language {
	return lang === 'fr' ? 'fr' : 'en';
}

export const WORDING: Readonly<Record<Language, Wording>> = {
	en: {
		lang: 'en',
		title: 'Share your account information',
		wants: 'would like to see information about your accounts',
		at: () => 'at',
		shares: 'If you allow it, it can see:',
		signInAs: 'Sign in as',
		until: 'You can withdraw your consent at any time.',
		allow: 'Allow',
		deny: 'Deny',
		sandbox: 'Sandbox: the people and accounts here are invented.',
		refusedTitle: 'This link cannot be used',
		back: 'Back to',
		refused: {
			client: 'The application that sent you here is not known. Go back and ask it for a new link.',
			redirect:
				'The application asked to send you to an address that it has not registered. Nothing was shared.',
			ticket: 'This page was answered already, or has expired. Go back and start again.',
		},
		scopes: {
			ACCOUNT_BASIC: 'Your accounts: their names, types and last digits',
			ACCOUNT_DETAILED: 'Account details: balances, interest rates and account numbers',
			ACCOUNT_PAYMENTS: 'What is needed to pay to or from your accounts',
			INVESTMENTS: 'Your investments and what they are worth',
			TRANSACTIONS: 'Your transactions',
			STATEMENTS: 'Your statements, as PDF files',
			CUSTOMER_CONTACT: 'How to reach you: e-mail, telephone and address',
			CUSTOMER_PERSONAL: 'Who you are: your name and date of birth',
		},
	},
	fr: {
		lang: 'fr',
		title: 'Partager vos renseignements bancaires',
		wants: 'souhaite consulter des renseignements sur vos comptes',
		at: (bank) => (/^(Banque|Caisse)\b/.test(bank) ? 'à la' : 'chez'),
		shares: 'Si vous l’autorisez, l’application pourra voir :',
		signInAs: 'Se connecter en tant que',
		until: 'Vous pouvez retirer votre consentement en tout temps.',
		allow: 'Autoriser',
		deny: 'Refuser',
		sandbox: 'Bac à sable : les personnes et les comptes sont inventés.',
		refusedTitle: 'Ce lien ne peut pas être utilisé',
		back: 'Retour à',
		refused: {
			client: 'L’application qui vous envoie ici est inconnue. Demandez-lui un nouveau lien.',
			redirect:
				'L’application veut vous envoyer à une adresse qu’elle n’a pas inscrite. Rien n’a été partagé.',
			ticket: 'Cette page a déjà reçu une réponse ou a expiré. Recommencez depuis le début.',
		},
		scopes: {
			ACCOUNT_BASIC: 'Vos comptes : noms, types et derniers chiffres',
			ACCOUNT_DETAILED: 'Le détail des comptes : soldes, taux d’intérêt et numéros de compte',
			ACCOUNT_PAYMENTS: 'Ce qu’il faut pour payer depuis vos comptes ou vers eux',
			INVESTMENTS: 'Vos placements et leur valeur',
			TRANSACTIONS: 'Vos opérations',
			STATEMENTS: 'Vos relevés, en fichiers PDF',
			CUSTOMER_CONTACT: 'Comment vous joindre : courriel, téléphone et adresse',
			CUSTOMER_PERSONAL: 'Qui vous êtes : nom et date de naissance',
		},
	},
};
