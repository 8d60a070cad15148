import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { openDemoPage } from '../support/demo.ts'
import { scriptsLoaded } from '../support/scripts.ts'
import { stepsUpToFirstFrame, watchSteps } from './firstFrame.ts'
import { createStage, type Stage } from './stage.ts'

/**
 * Gzipped kilobytes of JavaScript that a Chromium with an empty cache fetches, counted on the network: preloaded, static,
 * dynamic, and in workers. Pages are counted until they can be used, the room and the prefab until the first remote
 * frame. The prefab is `VideoConference` in a page with nothing else, built by our own bundler with our own settings.
 * Bytes do not vary, so there is one round.
 */
describe('size', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage()
  })
  afterAll(() => stage?.close())

  test('each route, and the prefab', async () => {
    const { browser, demo, wren, tove, paths, address } = stage
    const measure = async (use: (page: Page) => Promise<unknown>, { context } = wren) => {
      const storageState = await context.storageState()
      return (await scriptsLoaded(browser, demo.url, { storageState }, use)).kilobytes
    }
    const prefab = await measure(async (page) => {
      await watchSteps(page)
      await page.goto(await address('prefab'))
      await stepsUpToFirstFrame(page)
    })
    const room = await measure(async (page) => {
      await watchSteps(page)
      await page.goto(`${paths.open}/room`)
      await page.getByRole('button', { name: 'Come in' }).click()
      await stepsUpToFirstFrame(page)
    })
    const line = (name: string, size: number) =>
      console.log(`  ${name.padEnd(40)}${size.toFixed(1).padStart(7)}   ${(size / prefab).toFixed(2)}`)
    console.log('\nJavaScript (kB gzipped, less is better; ÷ prefab)')
    line('VideoConference, until the first frame', prefab)
    line('room, until the first frame', room)
    for (const name of ['welcome', 'circles', 'a circle', 'a meetup', 'before the room'])
      line(name, await measure((page) => openDemoPage(page, paths, name), tove))
  })
})
