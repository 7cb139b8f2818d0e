import { faultMatrix } from './matrix';
import { requestRegistrations } from './scenarios/requestRegistrations';

faultMatrix(requestRegistrations);
