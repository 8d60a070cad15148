import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { visit } from '../support/browser.ts'
import { type Steps, stepsUpToFirstFrame, untilQuiet, watchSteps } from './firstFrame.ts'
import { inTurn, report, spread } from './pairs.ts'
import { createStage, type Stage } from './stage.ts'

const ROUNDS = 15

/**
 * From the press on the join button to the first frame of somebody else's camera. All three run in one Chromium, with
 * nothing of one's own switched on; whoever is seen publishes from a second Chromium, with the same camera settings, and
 * both rooms are on the same livekit-server. Scripts are in the browser's cache, and the page has been looked at until it
 * was quiet before the press. Counted is:
 *  - product: asking our server to join (session, membership, seat, token), signalling through its gate, and the room on
 *    the screen
 *  - livekit-client alone: a token it has already, signalling straight to livekit-server, a video element
 *  - two peer connections in one page: offer, answer, first frame; no server at all
 */
describe('first frame', () => {
  let stage: Stage
  let ours: Page
  let others: Page

  beforeAll(async () => {
    stage = await createStage()
    ours = stage.wren.page
    others = (await visit(stage.browser, stage.demo.url)).page
    await watchSteps(ours)
    await watchSteps(others)
  })
  afterAll(() => stage?.close())

  test('product, livekit-client alone, two peer connections', async () => {
    const all = new Map<string, Steps[]>()
    const variant = (name: string, page: Page, address: () => string | Promise<string>) => ({
      name,
      measure: async () => {
        await page.goto(await address())
        const comeIn = page.getByRole('button', { name: 'Come in' })
        await comeIn.waitFor()
        await untilQuiet(page)
        await comeIn.click()
        const steps = await stepsUpToFirstFrame(page)
        // leaves the room
        await page.goto('about:blank')
        all.set(name, [...(all.get(name) ?? []), steps])
        return steps.frame
      },
    })
    const rows = await inTurn(ROUNDS, [
      variant('Hearthside', ours, () => `${stage.paths.open}/room`),
      variant('livekit-client alone', others, () => stage.address('bare')),
      variant('two peer connections in one page', others, () => stage.peers),
    ])
    report('Press on “Come in” → first remote frame', 'ms, less is better', rows)
    for (const [name, steps] of all) {
      const at = (step: keyof Steps) => spread(steps.slice(1).map((s) => s[step])).median
      const reached = (['socket', 'track', 'frame'] as const).filter((step) => at(step) > 0)
      console.log(`  ${name}: ${reached.map((step) => `${step} ${at(step).toFixed(0)}`).join(', ')}`)
    }
  })
})
