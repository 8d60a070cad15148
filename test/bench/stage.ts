import type { Browser } from 'playwright-core'
import { newId } from '../../server/lib/ids.ts'
import { createLivekit } from '../../server/rooms/livekit.ts'
import { startBrowser, visit } from '../support/browser.ts'
import { demoPaths, signInToDemo } from '../support/demo.ts'
import { startTestLivekit } from '../support/livekit.ts'
import { receiveReports } from '../support/reports.ts'
import { comeIn } from '../support/room.ts'
import { startService } from '../support/service.ts'
import { servePages } from './pages.ts'

const BARE_ROOM = 'bare'
const GRANT = { subscribe: true, sources: ['microphone', 'camera'] as const, data: true }

/**
 * Two rooms on one real livekit-server: that of the demo's open meetup, and one without anything of ours around it. In
 * each is somebody whose camera is on, with the same settings, in a Chromium of its own; another Chromium is there to look.
 */
export async function createStage() {
  const ends: (() => unknown)[] = []
  const reports = await receiveReports()
  ends.push(reports.close)
  const livekit = await startTestLivekit({ webhookUrl: reports.url })
  ends.push(livekit.stop)
  const { url, key, secret } = livekit.access
  const demo = await startService({
    flags: ['--demo'],
    env: { LIVEKIT_URL: url, LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret },
  })
  ends.push(demo.stop)
  reports.forwardTo(demo.url)
  const api = createLivekit(livekit.access)
  await api.ensureRoom(BARE_ROOM, { version: 0, phase: 'open' })
  const pages = await servePages()
  ends.push(pages.close)
  const start = async (): Promise<Browser> => {
    const browser = await startBrowser()
    ends.push(() => browser.close())
    return browser
  }
  const [seen, looking] = [await start(), await start()]

  /** Address of a page that connects to the other room, with a token of its own. */
  const address = async (name: 'bare' | 'prefab', more: Record<string, string> = {}) =>
    pages.address(name, {
      url: url.replace(/^http/, 'ws'),
      token: await api.token(BARE_ROOM, newId(), GRANT),
      ...more,
    })

  const tove = await signInToDemo(seen, demo, 'Tove')
  const paths = await demoPaths(tove.context)
  await tove.page.goto(`${paths.open}/room`)
  await comeIn(tove.page, { camera: true })
  const other = await visit(seen, demo.url)
  await other.page.goto(await address('bare', { publish: 'yes' }))
  await other.page.getByRole('button').click()
  await other.page.waitForFunction(() => document.title === 'in')
  /** a member, who is signed in and has a seat */
  const wren = await signInToDemo(looking, demo, 'Wren')
  return {
    demo,
    browser: looking,
    wren,
    /** the facilitator, who opens every page; her own camera is what is seen */
    tove,
    paths,
    address,
    peers: pages.address('peers'),
    close: async () => {
      for (const end of ends.reverse()) await end()
    },
  }
}

export type Stage = Awaited<ReturnType<typeof createStage>>
