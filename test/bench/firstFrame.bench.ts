import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { createLivekit, type Livekit } from '../../server/rooms/livekit.ts'
import type { LivekitServer } from '../../server/rooms/livekitServer.ts'
import { startBrowser, visit } from '../support/browser.ts'
import { type Demo, signIn, startDemo } from '../support/demo.ts'
import { startTestLivekit } from '../support/livekit.ts'
import { type Reports, receiveReports } from '../support/reports.ts'
import { type Steps, stepsUpToFirstFrame, untilQuiet, watchSteps } from './firstFrame.ts'
import { servePages } from './pages.ts'
import { inTurn, report, spread } from './pairs.ts'

const ROUNDS = 3
const BARE_ROOM = 'bare'
const GRANT = { subscribe: true, sources: ['microphone', 'camera'] as const, data: true }

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
  let livekit: LivekitServer
  let reports: Reports
  let demo: Demo
  let api: Livekit
  let pages: Awaited<ReturnType<typeof servePages>>
  const browsers: Browser[] = []
  const product = { page: undefined as Page | undefined, address: '' }
  let other: Page

  beforeAll(async () => {
    reports = await receiveReports()
    livekit = await startTestLivekit({ webhookUrl: reports.url })
    const { url, key, secret } = livekit.access
    demo = await startDemo({ LIVEKIT_URL: url, LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret })
    reports.forwardTo(demo.url)
    api = createLivekit(livekit.access)
    await api.ensureRoom(BARE_ROOM, { version: 0, phase: 'open' })
    pages = await servePages()
    const [seen, looking] = [await startBrowser(), await startBrowser()]
    browsers.push(seen, looking)

    const tove = await visit(seen, demo.url)
    const { open } = await signIn(demo, tove, 'Tove')
    await tove.page.goto(`${open}/room`)
    await tove.page.getByRole('button', { name: 'Turn on camera' }).click()
    await tove.page.getByRole('button', { name: 'Camera is on' }).waitFor()
    await tove.page.getByRole('button', { name: 'Come in' }).click()
    await tove.page.getByText('Arriving. There is no hurry.').waitFor()
    const publisher = await visit(seen, demo.url)
    await publisher.page.goto(await bareAddress({ publish: 'yes' }))
    await publisher.page.getByRole('button').click()
    await publisher.page.waitForFunction(() => document.title === 'in')

    const wren = await visit(looking, demo.url)
    await signIn(demo, wren, 'Wren')
    await watchSteps(wren.page)
    Object.assign(product, { page: wren.page, address: `${open}/room` })
    other = (await visit(looking, demo.url)).page
    await watchSteps(other)
  })

  afterAll(async () => {
    for (const browser of browsers) await browser.close()
    pages?.close()
    await demo?.stop()
    await livekit?.stop()
    await reports?.close()
  })

  const bareAddress = async (more: Record<string, string> = {}) =>
    pages.address('bare', {
      url: livekit.access.url.replace(/^http/, 'ws'),
      token: await api.token(BARE_ROOM, newId(), GRANT),
      ...more,
    })

  test('product, livekit-client alone, two peer connections', async () => {
    const all = new Map<string, Steps[]>()
    const variant = (name: string, page: Page | undefined, address: () => Promise<string>) => ({
      name,
      measure: async () => {
        if (!page) throw new Error('not begun')
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
      variant('Hearthside', product.page, async () => product.address),
      variant('livekit-client alone', other, bareAddress),
      variant('two peer connections in one page', other, async () => pages.address('peers')),
    ])
    report('Press on “Come in” → first remote frame', 'ms, less is better', rows)
    for (const [name, steps] of all) {
      const at = (step: keyof Steps) => spread(steps.slice(1).map((s) => s[step])).median.toFixed(0)
      console.log(`  ${name}: socket open ${at('socket')}, track ${at('track')}, frame ${at('frame')}`)
    }
  })
})
