import { auditList, growingAudit } from './auditList.mjs';
import { checkStatus, growingStatus, waitingItems } from './checkStatus.mjs';
import { allowedRate, farCustomers, slowNeighbours, tenThousand } from './customers.mjs';
import { customersAccounts, repeatedAccounts } from './getAccounts.mjs';
import { growingHistory } from './history.mjs';
import { unchangedNight } from './night.mjs';
import { overheadInHand } from './overhead.mjs';
import { growingPairs, requestPairs } from './requestPairs.mjs';
import { overheadSigned, signedRequests, signingFloor, signingFloorOurs } from './signing.mjs';
import { statementFile } from './statement.mjs';
import { customersTransactions } from './transactions.mjs';
import { besideACodeNode } from './yardsticks.mjs';

/** In the order of the results. Adding one is a file here and a line below. */
export const jobs = [
	requestPairs,
	checkStatus,
	repeatedAccounts,
	customersAccounts,
	customersTransactions,
	signedRequests,
	signingFloor,
	signingFloorOurs,
	overheadSigned,
	overheadInHand,
	farCustomers,
	allowedRate,
	slowNeighbours,
	unchangedNight,
	statementFile,
	auditList,
	waitingItems,
	...besideACodeNode,
	growingAudit,
	growingStatus,
	growingPairs,
	growingHistory,
	tenThousand,
];
