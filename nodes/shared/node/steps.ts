import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { Outcome } from '../../../outbound/outcome';
import type { Access, Running } from '../client/access';
import type { EditorMethods } from '../fields/editorMethods';
import type { FieldsOf } from '../fields/field';
import type { Host } from '../host/host';
import type { ItemInput } from '../input/itemInput';
import type { ItemResult, Row } from '../output/row';
import type { Asked } from './asked';
import type { Spending } from './spending';
import type { Shared, Together } from './together';

/** A noun of the API that several operations are about, where a node has several nouns. */
export interface Resource {
	readonly name: string;
	readonly value: string;
}

/**
 * One operation of a node, whole. The steps, in this order:
 * `fields` are read for every item, `check` looks at them together, `access` opens the credential,
 * `admit` does what needs the credential but sends nothing. With Stop Workflow, one item that does not
 * pass ends the node here, before anything is sent. Then `each` (item by item, several at a time;
 * once where items ask the same and it is `shared`), `together` (items that one answer serves) or `run` (all items) asks Flinks; the framework keeps the
 * order, pairs the rows, and makes error items of failures. `each` may throw `FlinksFailure`; `run` returns its failures as values. What was read
 * before a failure comes out with it (`wholeOrPart`): a part is never lost, nor taken for the whole.
 */
export interface Steps<Job extends object, Opened extends Running, Ready> {
	/** As n8n stores it; never changes after a release. */
	readonly value: string;
	/** Title Case, as the operation list shows it. */
	readonly name: string;
	/** "Get many accounts", as n8n's node panel and its AI agents show it. */
	readonly action: string;
	readonly description: string;
	/** An expression for the line below the node, without its braces; the name in small letters without it. */
	readonly subtitle?: string;
	readonly resource?: Resource;
	readonly access: Access<Opened>;
	/** In the order that the editor shows. */
	readonly fields: FieldsOf<Job>;
	check?(job: Job): Outcome<Job>;
	/** The most requests in flight, from the first item that passed. */
	atOnce?(job: Job): number | undefined;
	/** Names of the outputs where there are several, the main one first; about 12 letters are shown. */
	readonly outputs?: readonly string[];
	/** What stopping half-way would lose; see `spending.ts`. */
	readonly spends?: Spending;
	/** n8n lays the input under an error item; true where the input holds something secret. */
	readonly inputIsSecret?: boolean;
	/** Looks at all items before the first request. */
	admit?(job: Job, opened: Opened, item: ItemInput): Outcome<Ready>;
	each?(job: Ready, opened: Opened, host: Host): Promise<ItemResult | readonly Row[]>;
	/** Which items `each` is called for once, and how they share what it brings. */
	readonly shared?: Shared<Ready>;
	/** Instead of `each`: items that one answer serves. */
	readonly together?: Together<Ready>;
	/** One result for each of `asked`, in its order. */
	run?(
		asked: ReadonlyArray<Asked<Ready>>,
		opened: Opened,
		host: Host,
	): Promise<readonly ItemResult[]>;
}

export type Admits<Job extends object, Opened extends Running, Ready> = Steps<Job, Opened, Ready> &
	Required<Pick<Steps<Job, Opened, Ready>, 'admit'>>;

type MoreOutputs = Omit<NonNullable<Access<unknown>['more']>, 'items'>;

/** An operation as nodes are built of; what its items are read into is its own affair. */
export interface Operation {
	readonly value: string;
	readonly name: string;
	readonly action: string;
	readonly description: string;
	readonly subtitle: string | undefined;
	readonly resource: Resource | undefined;
	readonly accessProperties: readonly INodeProperties[];
	readonly properties: readonly INodeProperties[];
	readonly methods: EditorMethods;
	readonly outputs: readonly string[];
	readonly moreOutputs: MoreOutputs | undefined;
	/** Names the operation among all of the node, its resource included. */
	readonly key: string;
	execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]>;
}

/** What `runOperation` needs of an operation. */
export interface Runnable<Job extends object, Opened extends Running, Ready> extends Steps<
	Job,
	Opened,
	Ready
> {
	admit(job: Job, opened: Opened, item: ItemInput): Outcome<Ready>;
}
