import type { FastifyInstance } from 'fastify';

import type { World } from '../world';
import { accessFor, allows, type Access } from './access';

/** F1: one customer, with the fields that the consent covers. */
export function customerRoutes(app: FastifyInstance, world: World): void {
	app.get('/api/fdx/5/customers/current', (request) => {
		const access = accessFor(world, request, 'CUSTOMER_PERSONAL', 'CUSTOMER_CONTACT');
		return {
			customerId: access.customer.customerId,
			...(allows(access, 'CUSTOMER_PERSONAL') ? personal(access) : {}),
			...(allows(access, 'CUSTOMER_CONTACT') ? contact(access) : {}),
		};
	});
}

function personal({ customer }: Access): object {
	return {
		name: customer.name,
		dateOfBirth: customer.dateOfBirth,
	};
}

function contact({ customer }: Access): object {
	const { address, phone, email } = customer;
	return {
		email: [email],
		addresses: [{ ...address, type: 'HOME' }],
		telephones: [{ type: 'CELL', number: phone, country: '1' }],
	};
}
