import fc from 'fast-check';

/**
 * For mutation tests: each property is tried on so few cases that a thousand mutants take minutes. Cases are
 * counted, not timed: a busy machine would try none.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 30 });
