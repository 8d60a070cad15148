import { lingui } from '@lingui/vite-plugin'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [lingui({ macroTransform: true })],
  test: {
    include: ['test/{unit,server,setup,browser}/**/*.test.{ts,mjs}'],
    globalSetup: ['test/support/global.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // browsers mostly wait for one another, so that two files at once take little longer than one
    maxWorkers: 2,
    // our modules keep no state of their own: loading them once per worker is enough
    isolate: false,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
})
