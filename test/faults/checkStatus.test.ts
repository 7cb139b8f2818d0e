import { faultMatrix } from './matrix';
import { checkStatus } from './scenarios/checkStatus';

faultMatrix(checkStatus);
