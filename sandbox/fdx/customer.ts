import type { FastifyInstance } from 'fastify';

import type { SandboxSettings } from '../settings';
import type { World } from '../world';
import { accessFor, allows, visibleAccounts, type Access } from './access';
import { refuseNotOffered } from './offered';

/** F1: one customer, with the fields that the consent covers. */
export function customerRoutes(app: FastifyInstance, world: World): void {
	app.get('/api/fdx/5/customers/current', (request) => {
		const access = accessFor(world, request, 'CUSTOMER_PERSONAL', 'CUSTOMER_CONTACT');
		refuseNotOffered(world, 'F1', access.customer.provider);
		const { customerFields } = world.settings;
		return {
			customerId: access.customer.customerId,
			...(allows(access, 'CUSTOMER_PERSONAL') ? personal(access) : {}),
			...(allows(access, 'CUSTOMER_CONTACT') ? contact(access, customerFields) : {}),
			...(customerFields.accounts ? { accounts: accounts(access) } : {}),
		};
	});
}

function personal({ customer }: Access): object {
	return {
		name: customer.name,
		dateOfBirth: customer.dateOfBirth,
	};
}

/** The older page has `email`, the provider's inventory `emails` as well, the newer page neither. */
function contact({ customer }: Access, fields: SandboxSettings['customerFields']): object {
	const { address, phone, email } = customer;
	return {
		...(fields.email ? { email: [email] } : {}),
		...(fields.emails ? { emails: [email] } : {}),
		addresses: [{ ...address, type: 'HOME' }],
		telephones: [{ type: 'CELL', number: phone, country: '1' }],
	};
}

function accounts(access: Access): object[] {
	return visibleAccounts(access).map(({ id }, index) => ({
		accountId: id,
		links: { href: `/accounts/${id}`, action: 'GET', description: 'Account details' },
		relationship: index === 0 ? 'PRIMARY' : 'SECONDARY',
	}));
}
