import { faultMatrix } from './matrix';
import { connectionTrigger } from './scenarios/connectionTrigger';

faultMatrix(connectionTrigger);
