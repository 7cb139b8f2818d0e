import { FlinksConnectionTrigger } from '../../../nodes/FlinksConnectionTrigger/FlinksConnectionTrigger.node';
import { receive } from '../acts/webhook';
import { completionUntruths } from '../truth/completion';
import { returning } from './customers';
import type { Scenario } from './types';

export const connectionTrigger: readonly Scenario[] = [
	{
		node: 'Flinks Connection Trigger',
		name: 'three customers come back',
		create: () => new FlinksConnectionTrigger(),
		act: receive,
		modes: ['continueRegularOutput'],
		main: true,
		ownTokens: true,
		spends: true,
		expects: () => 'told',
		prepare: (world) => {
			const answers = [
				returning(world, 'camille', 'allowed'),
				returning(world, 'noor', 'declined'),
				returning(world, 'winston', 'allowed'),
			];
			return {
				parameters: {},
				credentials: world.credentials.app('recipient'),
				items: answers.map(({ query }) => ({ ...query })),
				untruths: (ends) => completionUntruths(world, answers, ends),
			};
		},
	},
];
