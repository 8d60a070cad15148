import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { SceneId } from '../../scenes/catalog.ts'
import { catalog } from '../../scenes/catalog.ts'
import type { Made } from '../../scenes/kit/types.ts'
import { load } from '../../scenes/load.ts'
import { startBrowser } from '../support/browser.ts'
import { type Service, startService } from '../support/service.ts'
import { DRAWING } from '../support/xr.ts'
import { servePages } from './pages.ts'
import { spread } from './pairs.ts'
import { visitScene } from './sceneVisit.ts'

const ROUNDS = 3
const FRAMES = 30
/** So many frames come first, in which engines compile what is used: about five seconds of a headset's. */
const WARM = 400

/** What the files with three, fiber and React are called. */
const PACKAGES = 'packages'

type Sampled = { selfSize: number; callFrame: { url: string }; children?: Sampled[] }
type Bytes = { ours: number; packages: number }

/** Adds up by whose code it is; what the engine itself makes (for sorting, say) is of who called it. */
function addUp(
  { selfSize, callFrame, children = [] }: Sampled,
  sum: Bytes,
  caller: keyof Bytes = 'ours',
): Bytes {
  const whose = callFrame.url ? (callFrame.url.includes(`/${PACKAGES}`) ? 'packages' : 'ours') : caller
  sum[whose] += selfSize
  for (const child of children) addUp(child, sum, whose)
  return sum
}

/**
 * What each scene costs, beat by beat, in its own canvas without the host's panels. Draw calls and triangles are of one
 * eye; a headset draws both. Script time is that of a whole frame of the canvas (scene, sorting, draw commands): the 95th
 * of 100, and the ratio to the same canvas with one small lit box in it, in turns and paired. What is allocated is what
 * the engine's own sampling saw once most is compiled, ours and that of three and fiber. Triangles stand a second time, with
 * strong outlines. The processor that draws is no headset's: frame rates say nothing here, and are not printed. In the
 * released client: the bytes that a visit fetches, and the draw calls of both eyes in an emulated headset.
 */
describe('scenes', () => {
  let service: Service
  let browser: Browser
  let page: Page
  let engine: CDPSession
  let pages: Awaited<ReturnType<typeof servePages>>

  beforeAll(async () => {
    ;[pages, service, browser] = await Promise.all([
      servePages(['scene'], PACKAGES),
      startService(),
      startBrowser(DRAWING),
    ])
    page = await browser.newPage({ viewport: { width: 64, height: 36 } })
    engine = await page.context().newCDPSession(page)
    await page.goto(pages.address('scene'))
    await page.waitForFunction(() => 'pictures' in window)
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
    pages?.close()
  })

  const LIT = { scene: 'lit' }
  type Look = Parameters<Window['pictures']['show']>[0]

  const show = (look: Look) => page.evaluate((what) => window.pictures.show(what), look)
  const play = ({ scene }: Look, count: number): Promise<number[]> =>
    page.evaluate(([id, n]) => window.pictures.play(id, n), [scene, count] as const)

  /** Milliseconds of script for 95 of 100 frames of what is shown. */
  async function scriptOf(look: Look): Promise<number> {
    await play(look, 5)
    const times = await play(look, FRAMES)
    return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
  }

  /** Bytes allocated in each frame of what is shown. */
  async function allocated(look: Look): Promise<Bytes> {
    await engine.send('HeapProfiler.startSampling', {
      samplingInterval: 256,
      includeObjectsCollectedByMajorGC: true,
      includeObjectsCollectedByMinorGC: true,
    })
    await play(look, FRAMES)
    const { profile } = await engine.send('HeapProfiler.stopSampling')
    const { ours, packages } = addUp(profile.head as Sampled, { ours: 0, packages: 0 })
    return { ours: ours / FRAMES, packages: packages / FRAMES }
  }

  test.each(catalog.map((scene) => [scene.id, scene] as const))('%s', async (id, manifest) => {
    const script = await load[id as SceneId].script()
    const otherwise: Made = Object.fromEntries(
      Object.values(script.beats).flatMap(({ choice }) => (choice ? [[choice.id, choice.otherwise]] : [])),
    )
    const [first] = manifest.beats
    for (const look of [{ scene: id, beat: first.id, made: otherwise, intensity: 3 } as const, LIT]) {
      await show(look)
      await play(look, WARM)
    }
    const floor = await allocated(LIT)
    console.log(
      `\n${id}: calls, thousand triangles (with outlines), materials, MB of textures, nearest (m); script ms of 95 in 100, ÷ one lit box; bytes a frame of ours and of three and fiber (the box: ${floor.ours.toFixed(0)} and ${floor.packages.toFixed(0)})`,
    )
    for (const { id: beat, seconds } of manifest.beats) {
      const look: Look = { scene: id, beat, t: seconds / 2, made: otherwise, intensity: 3 }
      const lined = await show({ ...look, contrast: true })
      const cost = await show(look)
      const [own, box]: [number[], number[]] = [[], []]
      let bytes: Bytes = floor
      for (let round = 0; round < ROUNDS; round++) {
        if (round > 0) await show(look)
        own.push(await scriptOf(look))
        if (round === ROUNDS - 1) bytes = await allocated(look)
        await show(LIT)
        box.push(await scriptOf(LIT))
      }
      const ratio = spread(own.map((ms, i) => ms / (box[i] ?? Number.NaN)))
      const thousand = (triangles: number) => (triangles / 1000).toFixed(1)
      console.log(
        `  ${beat.padEnd(24)}${String(cost.calls).padStart(4)} ${thousand(cost.triangles).padStart(6)} ${`(${thousand(lined.triangles)})`.padStart(8)} ${String(cost.materials).padStart(4)} ${(cost.textures / 1e6).toFixed(1).padStart(5)} ${cost.nearest.toFixed(2).padStart(6)}   ${spread(own).median.toFixed(2).padStart(5)} ${ratio.median.toFixed(2).padStart(5)} (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)}) ${bytes.ours.toFixed(0).padStart(6)} ${bytes.packages.toFixed(0).padStart(6)}`,
      )
    }
    const { first: early, total, calls, part } = await visitScene(browser, service.url, manifest)
    const mb = (bytes: number) => (bytes / 1e6).toFixed(2)
    console.log(
      `  ${mb(early)} MB gzipped to the first picture, ${mb(total)} in all; at most ${calls} draw calls for both eyes (${part})`,
    )
  })
})
