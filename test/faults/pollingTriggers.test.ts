import { faultMatrix } from './matrix';
import { pollingTriggers } from './scenarios/pollingTriggers';

faultMatrix(pollingTriggers);
