import { faultMatrix } from './matrix';
import { credentialTests } from './scenarios/credentialTests';

faultMatrix(credentialTests);
