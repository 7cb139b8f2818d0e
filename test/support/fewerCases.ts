import fc from 'fast-check';

/** For mutation tests: each property is tried on so few cases that a thousand mutants take minutes. */
fc.configureGlobal({
	...fc.readConfigureGlobal(),
	numRuns: 30,
	interruptAfterTimeLimit: 100,
	markInterruptAsFailure: false,
});
