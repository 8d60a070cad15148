import { lingui } from '@lingui/vite-plugin'
import { defineConfig } from 'vitest/config'
import { translateInBrowser } from './web/translateInBrowser.ts'

export default defineConfig({
  plugins: [lingui({ macroTransform: true }), translateInBrowser()],
  test: {
    include: ['test/{unit,server,setup,browser}/**/*.test.{ts,mjs}'],
    globalSetup: ['test/support/global.ts'],
    testTimeout: 30_000,
    // as long as what is waited for may take on a busy machine: a test waits, it does not measure
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
    // browsers mostly wait for one another, so that two files at once take little longer than one
    maxWorkers: 2,
    // our modules keep no state of their own: loading them once per worker is enough
    isolate: false,
    server: { deps: { inline: [/fxtranslate/] } },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
})
