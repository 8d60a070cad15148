import { createHash } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog } from '../../scenes/catalog.ts'
import { waysThrough } from '../../scenes/kit/check.ts'
import { secondsOf } from '../../scenes/kit/timeline.ts'
import type { Beat, Intensity } from '../../scenes/kit/types.ts'
import { load } from '../../scenes/load.ts'
import type { Look } from '../bench/pages/scene.tsx'
import { servePages } from '../bench/pages.ts'
import { startBrowser } from '../support/browser.ts'
import { DRAWING } from '../support/xr.ts'

const MOST = { calls: 50, triangles: 50_000, lined: 65_000, materials: 25, textures: 64e6 }
const LEVELS: readonly Intensity[] = [1, 2, 3]
/** A beat is looked at so often for what never rests; not in step with anything that comes again and again. */
const LOOKS = 7
/** Lights are read so often, in seconds: what flickers faster than ten times a second is seen too, as slower. */
const EVERY = 0.05
const SECOND = 1 / EVERY

/**
 * General flash thresholds (WCAG 2.3.1): a pair of opposing changes of a tenth of the greatest luminance or more. Counts
 * the opposing changes in a row of luminances.
 */
function flashesIn(row: readonly number[]): number {
  let [turned, low, high] = [0, row[0] ?? 0, row[0] ?? 0]
  let way = 0
  for (const now of row) {
    if (now > low + 0.1 && way !== 1) [way, turned, high] = [1, turned + 1, now]
    if (now < high - 0.1 && way !== -1) [way, turned, low] = [-1, turned + 1, now]
    low = way === 1 ? now : Math.min(low, now)
    high = way === -1 ? now : Math.max(high, now)
  }
  return Math.max(0, turned - 1)
}

it('counts flashes, and takes a slow sunrise for none', () => {
  expect(flashesIn([0.2, 0.5, 0.2, 0.5, 0.2])).toBeGreaterThanOrEqual(3)
  expect(flashesIn(Array.from({ length: 50 }, (_, i) => i / 50))).toBe(0)
})

describe('the picture of a scene', { timeout: 120_000 }, () => {
  let browser: Browser
  let page: Page
  let pages: Awaited<ReturnType<typeof servePages>>
  const complaints: string[] = []

  beforeAll(async () => {
    ;[pages, browser] = await Promise.all([servePages(['scene']), startBrowser(DRAWING)])
    page = await browser.newPage({ viewport: { width: 96, height: 54 } })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      // three 0.187 says it of the clock that fiber 9 makes
      if (['warning', 'error'].includes(message.type()) && !/THREE\.Clock/.test(message.text()))
        complaints.push(message.text())
    })
    await page.goto(pages.address('scene'))
    await page.waitForFunction(() => 'pictures' in window)
  })
  afterAll(async () => {
    await browser?.close()
    pages?.close()
  })

  const show = (look: Look) => page.evaluate((what) => window.pictures.show(what), look)
  const seen = async (look: Look) => {
    await show(look)
    return createHash('sha256')
      .update(await page.screenshot())
      .digest('hex')
  }

  describe.each(catalog.map((scene) => [scene.id, scene] as const))('%s', (scene, manifest) => {
    const beats: readonly Beat[] = manifest.beats
    const all = secondsOf(beats)

    it('keeps to what a headset can draw, and to half a metre from the eyes, in every beat', async () => {
      for (const { id, seconds } of beats) {
        const look: Look = { scene, beat: id, t: seconds / 2, intensity: 3 }
        const lined = await show({ ...look, contrast: true })
        expect(lined.triangles, `${id}, with strong outlines`).toBeLessThanOrEqual(MOST.lined)
        const cost = await show(look)
        expect(cost.calls, id).toBeLessThanOrEqual(MOST.calls)
        expect(cost.calls, `${id}: something is drawn`).toBeGreaterThan(0)
        expect(cost.triangles, id).toBeLessThanOrEqual(MOST.triangles)
        expect(cost.materials, id).toBeLessThanOrEqual(MOST.materials)
        expect(cost.textures, id).toBeLessThanOrEqual(MOST.textures)
        expect(cost.nearest, id).toBeGreaterThanOrEqual(manifest.comfort.nearest)
      }
    })

    it('is the same at the same moment, however one came there', async () => {
      const moments: Look[] = [0.13, 0.42, 0.77].map((part) => ({ scene, t: all * part }))
      const first: string[] = []
      for (const look of moments) first.push(await seen(look))
      for (const [i, look] of [...moments.entries()].reverse())
        expect(await seen(look), `at ${look.t} s`).toBe(first[i])
      expect(new Set(first).size).toBe(moments.length)
    })

    it('looks otherwise after a choice', async () => {
      const script = await load[scene].script()
      const again = beats.find(({ kind }) => kind === 'again')
      const changes = beats.flatMap(({ id, kind }) => (kind === 'change' ? [script.beats[id]?.choice] : []))
      for (const choice of changes) {
        const options = choice?.options ?? []
        const looks = new Set<string>()
        for (const option of options) {
          const made = waysThrough(script).find((way) => way[choice?.id ?? ''] === option.id)
          looks.add(await seen({ scene, beat: again?.id, t: (again?.seconds ?? 0) / 2, made }))
        }
        expect(looks.size, `pictures for what is chosen of “${choice?.id}”`).toBe(options.length)
      }
    })

    it('has no lamp that flickers, and nothing large that does, at any moment, by any way of choosing', async () => {
      const ways = waysThrough(await load[scene].script())
      // what is chosen changes the minute that is lived again
      for (const { id, kind, seconds } of beats)
        for (const made of kind === 'again' ? ways : [{}]) {
          const look = { scene, beat: id, made, intensity: 3 as const }
          const rows = await page.evaluate(
            ([what, count, every]) => window.pictures.lights(what, count, every),
            [look, Math.floor(seconds / EVERY), EVERY] as const,
          )
          for (const [what, row] of Object.entries(rows))
            for (let from = 0; from < row.length; from += SECOND / 2) {
              const flashes = flashesIn(row.slice(from, from + SECOND))
              if (flashes > 3)
                expect.fail(
                  `${what} flashes ${flashes} times within a second, ${from * EVERY} s into “${id}”`,
                )
            }
        }
    })

    it('never flashes as a whole where most is going on: no second has more than three opposing changes of a tenth of its light', async () => {
      for (const { id } of beats.filter(({ kind }) => kind === 'pressure' || kind === 'again')) {
        const row = await page.evaluate((what) => window.pictures.brightness(what, 15, 0.1), {
          scene,
          beat: id,
          t: 0,
          intensity: LEVELS.at(-1),
        })
        expect(flashesIn(row.slice(0, 10)), id).toBeLessThanOrEqual(3)
        expect(flashesIn(row.slice(5)), id).toBeLessThanOrEqual(3)
      }
    })

    it('stands still for who asks for that, but for what somebody does now and then', async () => {
      const restless = async (id: string, seconds: number, still: boolean) => {
        const look = { scene, beat: id, t: 1, still, intensity: 1 as const }
        const every = (seconds - 2) / LOOKS
        return page.evaluate(([what, count, s]) => window.pictures.restless(what, count, s), [
          look,
          LOOKS,
          every,
        ] as const)
      }
      const moving: string[] = []
      for (const { id, seconds } of beats) {
        expect(await restless(id, seconds, true), id).toEqual([])
        moving.push(...(await restless(id, seconds, false)))
      }
      // or this would tell nothing
      expect(moving).not.toEqual([])
    })

    it('has strong outlines for who asks for them', async () => {
      const look = { scene, beat: beats.find(({ kind }) => kind === 'world')?.id, t: 5 }
      expect(await seen({ ...look, contrast: true })).not.toBe(await seen(look))
    })
  })

  it('says what there is when asked for a scene or a beat that is not', async () => {
    await expect(show({ scene: 'nowhere' })).rejects.toThrow(
      /no scene “nowhere”; there are: .*table-for-eight/,
    )
    const [{ id, beats }] = catalog
    await expect(show({ scene: id, beat: 'never' })).rejects.toThrow(
      `no beat “never”; there are: ${beats.map((beat) => beat.id).join(', ')}`,
    )
  })

  it('is drawn without a complaint of the browser', () => {
    expect(complaints).toEqual([])
  })
})
