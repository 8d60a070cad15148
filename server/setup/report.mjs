import { readFileSync } from 'node:fs'

/** Vitest's JSON report, or undefined when it ended before it could write one. */
export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** How many passed, failed and were skipped. A file that could not even be loaded has no tests and counts as one failure. */
export function tally(report) {
  const files = report?.testResults ?? []
  const unloadable = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  return {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + unloadable.length,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }
}

/** The last line of `npm test`, for people and for whatever reads its output. */
export function closingLine(report) {
  const { passed, failed, skipped } = tally(report)
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Whether the run counts as good, and the reason when the numbers alone do not show why it does not. */
export function verdict(report, code) {
  const { passed, failed } = tally(report)
  if (!report) return { good: false, because: `Vitest ended with code ${code} before it could report.` }
  if (failed > 0) return { good: false }
  if (passed === 0) return { good: false, because: 'No tests were run, and that counts as a failure.' }
  if (code !== 0)
    return {
      good: false,
      because: `No test failed, but Vitest ended with code ${code}: see its errors above.`,
    }
  return { good: true }
}
