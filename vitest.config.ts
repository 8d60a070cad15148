import { lingui } from '@lingui/vite-plugin'
import { defineConfig } from 'vitest/config'

const shared = {
  globalSetup: ['test/support/global.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  execArgv: ['--disable-warning=ExperimentalWarning'],
}

export default defineConfig({
  plugins: [lingui({ macroTransform: true })],
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'server',
          include: ['test/{unit,server,setup}/**/*.test.{ts,mjs}'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // several browsers with cameras want both cores for themselves: after the others, one file at a time
        extends: true,
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
