import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { withShow } from '../fields/field';
import type { Operation } from './steps';

/** The fields of a node: Authentication, Resource, Operation, then what each operation asks for. */
export function propertiesOf(
	operations: readonly Operation[],
	fallback: Operation,
): INodeProperties[] {
	const shared = operations.every(
		({ accessProperties }) =>
			JSON.stringify(accessProperties) === JSON.stringify(fallback.accessProperties),
	);
	const merged: INodeProperties[] = [];
	for (const each of operations) {
		const own = shared ? each.properties : [...each.accessProperties, ...each.properties];
		merge(merged, operations.length > 1 ? withShow(showOf(each), own) : own);
	}
	return [
		...(shared ? fallback.accessProperties : []),
		...choosers(operations, fallback),
		...merged,
	];
}

type Show = Record<string, string[]>;

function showOf({ resource, value }: Operation): Show {
	return { ...(resource ? { resource: [resource.value] } : {}), operation: [value] };
}

/** The fields that choose the operation; none where there is only one. */
function choosers(operations: readonly Operation[], fallback: Operation): INodeProperties[] {
	if (operations.length < 2) return [];
	const resources = [...new Map(operations.map((each) => [each.resource?.value, each])).values()];
	const named = resources.flatMap(({ resource }) => (resource ? [resource] : []));
	const byResource = resources.flatMap(({ resource }) => {
		const own = operations.filter((each) => each.resource?.value === resource?.value);
		const first = own.includes(fallback) ? fallback : own[0];
		const field = chooser('Operation', own.map(operationOption), first?.value);
		return resource ? withShow({ resource: [resource.value] }, [field]) : [field];
	});
	const options = named.map(({ name, value }) => ({ name, value }));
	return named.length === 0
		? byResource
		: [chooser('Resource', options, fallback.resource?.value), ...byResource];
}

function chooser(
	displayName: 'Operation' | 'Resource',
	options: INodePropertyOptions[],
	value = '',
): INodeProperties {
	const name = displayName.toLowerCase();
	options.sort(byName);
	return { displayName, name, type: 'options', noDataExpression: true, options, default: value };
}

function operationOption({ name, value, action, description }: Operation): INodePropertyOptions {
	return { name, value, action, description };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
	return a.name.localeCompare(b.name);
}

/**
 * Adds the fields of one more operation, in their order. A field that an earlier operation of the same
 * resource has just so is shown for both, so that its value stays when the operator changes over.
 */
function merge(merged: INodeProperties[], own: readonly INodeProperties[]): void {
	let from = 0;
	for (const property of own) {
		const place = merged.findIndex(
			(other, index) => index >= from && signature(other) === signature(property),
		);
		const same = merged[place];
		if (same) {
			merged[place] = withOperations(same, property);
			from = place + 1;
		} else {
			merged.splice(from, 0, property);
			from += 1;
		}
	}
}

/** What a field is, but for the operations it is shown for. */
function signature(property: INodeProperties): string {
	return JSON.stringify(withoutOperation(property));
}

function withoutOperation({ displayOptions, ...property }: INodeProperties): INodeProperties {
	const show = Object.entries(displayOptions?.show ?? {});
	const others = Object.fromEntries(show.filter(([name]) => name !== 'operation'));
	return { ...property, displayOptions: { ...displayOptions, show: others } };
}

function withOperations(first: INodeProperties, second: INodeProperties): INodeProperties {
	const operation = [first, second].flatMap(
		({ displayOptions }) => displayOptions?.show?.operation ?? [],
	);
	return {
		...first,
		displayOptions: { ...first.displayOptions, show: { ...first.displayOptions?.show, operation } },
	};
}
