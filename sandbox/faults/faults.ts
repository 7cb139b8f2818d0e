import type { Endpoint } from './endpoints';
import { faultSchema, type Fault, type FaultInput } from './fault';

/** What a request is about, as far as a fault can choose by it. */
export interface Asked {
	readonly endpoints: readonly Endpoint[];
	readonly grantType: string | undefined;
	readonly clientId: string | undefined;
	readonly customer: string | undefined;
	readonly accountId: string | undefined;
}

/** A fault that is on. */
export interface ActiveFault extends Fault {
	readonly id: number;
	/** Requests that met it so far, those it let through aside. */
	met: number;
	passed: number;
}

const CHOSEN_BY = ['grantType', 'clientId', 'customer', 'accountId'] as const;

function concerns(fault: Fault, asked: Asked): boolean {
	const on = [fault.on].flat();
	const here = on.includes('all') || asked.endpoints.some((name) => on.includes(name));
	return here && CHOSEN_BY.every((by) => fault[by] === undefined || fault[by] === asked[by]);
}

/** The faults that are on, oldest first: the first one that concerns a request is the one it meets. */
export class Faults {
	private active: ActiveFault[] = [];
	private last = 0;

	/** Throws a ZodError that names what is wrong with `input`. */
	add(input: FaultInput): ActiveFault {
		const fault = { ...faultSchema.parse(input), id: (this.last += 1), met: 0, passed: 0 };
		this.active.push(fault);
		return fault;
	}

	all(): readonly ActiveFault[] {
		return this.active;
	}

	/** Whether there was such a fault. */
	remove(id: number): boolean {
		const before = this.active.length;
		this.active = this.active.filter((fault) => fault.id !== id);
		return this.active.length < before;
	}

	clear(): void {
		this.active = [];
	}

	/** The fault that this request meets, counted. */
	meet(asked: Asked): ActiveFault | undefined {
		const fault = this.active.find(
			(one) => concerns(one, asked) && (one.times === null || one.met < one.times),
		);
		if (!fault) return undefined;
		if (fault.passed < fault.skip) {
			fault.passed += 1;
			return undefined;
		}
		fault.met += 1;
		return fault;
	}
}
