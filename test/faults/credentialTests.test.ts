import { faultMatrix } from './matrix';
import { credentialTests } from './scenarios/credentialTests';

// n8n sends the test of the Partner credential by itself and waits its own minutes for a silent server,
// so all faults on it would take over a quarter of an hour: they run in the quick part only.
const isFull = process.env.FAULTS === 'full';
faultMatrix(credentialTests.filter(({ name }) => !isFull || name !== 'Partner'));
