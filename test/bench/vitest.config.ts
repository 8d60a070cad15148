import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The benchmarks run like tests, one after the other, but judge nothing: they print what they measured. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    globalSetup: ['test/support/global.ts'],
    include: ['test/bench/**/*.bench.ts'],
    testTimeout: 15 * 60_000,
    hookTimeout: 2 * 60_000,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    maxWorkers: 1,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
})
