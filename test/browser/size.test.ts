import type { Browser } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodedFrames, startBrowser, type visit } from '../support/browser.ts'
import { asReleased } from '../support/build.ts'
import { type DemoPaths, demoPaths, openDemoPage, signInToDemo } from '../support/demo.ts'
import { comeIn } from '../support/room.ts'
import { type Loaded, scriptsLoaded } from '../support/scripts.ts'
import { type Service, startService } from '../support/service.ts'

type State = Awaited<ReturnType<Awaited<ReturnType<typeof visit>>['context']['storageState']>>

/** Sizes are of gzipped JavaScript, as a Chromium with nothing in its cache fetches it; 1 kB is 1000 bytes. */
describe('what a page loads', { timeout: 60_000 }, () => {
  let demo: Service
  let browser: Browser
  let wren: State
  let paths: DemoPaths

  beforeAll(async () => {
    ;[demo, browser] = await Promise.all([startService({ flags: ['--demo'] }), startBrowser()])
    const tove = await signInToDemo(browser, demo, 'Tove')
    paths = await demoPaths(tove.context)
    await tove.page.goto(`${paths.open}/room`)
    await comeIn(tove.page, { camera: true })
    const visitor = await signInToDemo(browser, demo, 'Wren')
    wren = await visitor.context.storageState()
    await visitor.context.close()
  })
  afterAll(async () => {
    await browser?.close()
    await demo?.stop()
  })

  it.each(['welcome', 'a meetup'])('%s can be used after at most 120 kB', async (name) => {
    const loaded = await scriptsLoaded(browser, demo.url, { storageState: wren }, (page) =>
      openDemoPage(page, paths, name),
    )
    expectAtMost(120, loaded)
  })

  it('somebody else is seen in the room after at most 300 kB', async () => {
    const loaded = await scriptsLoaded(browser, demo.url, { storageState: wren }, async (page) => {
      await page.goto(`${paths.open}/room`)
      await comeIn(page)
      await expect.poll(() => decodedFrames(page)).toHaveLength(1)
    })
    expectAtMost(300, loaded)
  })

  it('nothing of LiveKit, three or ONNX is in the first load', async () => {
    const output = await asReleased(() =>
      build({ configFile: 'web/vite.config.ts', logLevel: 'error', build: { write: false } }),
    )
    const chunks = output.filter((file) => file.type === 'chunk')
    const modules = firstLoad(chunks).flatMap((chunk) => chunk.moduleIds)
    expect(modules).toContainEqual(expect.stringMatching(/web\/main\.tsx$/))
    expect(modules.filter((id) => HEAVY.test(id))).toEqual([])
    // so that this is no empty promise: what is looked for is in the build
    const all = chunks.flatMap((chunk) => chunk.moduleIds)
    expect(all).toContainEqual(expect.stringMatching(HEAVY))
  })
})

const HEAVY = /\/node_modules\/(livekit-client|three|@react-three|onnxruntime-\w+|@moonshine-ai)\//

function expectAtMost(kilobytes: number, { files, kilobytes: got }: Loaded): void {
  expect(files.length, 'some scripts were seen').toBeGreaterThan(0)
  expect(got, files.join(', ')).toBeLessThanOrEqual(kilobytes)
}

/** The entry and all that it imports without being asked, which index.html preloads. */
function firstLoad(chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const found = new Set(chunks.filter((chunk) => chunk.isEntry))
  for (const { imports } of found)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk)
  return [...found]
}
