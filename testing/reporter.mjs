/** Ends jest's output with `N passed, N failed`, and `, N skipped` if there are any. A file that cannot run is a failure. */
export default class Reporter {
  onRunComplete(
    _,
    { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests },
  ) {
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const skipped = numPendingTests + numTodoTests;
    const sum = `${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    // jest's own summary comes after all reporters; this line has to be the last.
    process.once('exit', () => process.stdout.write(`\n${sum}\n`));
  }
}
