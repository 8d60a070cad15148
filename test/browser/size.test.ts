import type { Browser } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { decodedFrames, startBrowser, visit } from '../support/browser.ts'
import { asReleased } from '../support/build.ts'
import { comeIn, type Demo, open, pagesOf, signIn, startDemo } from '../support/demo.ts'
import { type Loaded, scriptsLoaded } from '../support/scripts.ts'

type State = Awaited<ReturnType<Awaited<ReturnType<typeof visit>>['context']['storageState']>>

/** Sizes are of gzipped JavaScript, as a Chromium with nothing in its cache fetches it; 1 kB is 1000 bytes. */
describe('what a page loads', { timeout: 60_000 }, () => {
  let demo: Demo
  let browser: Browser
  let wren: State
  let paths = { circle: '', meetup: '', open: '' }

  beforeAll(async () => {
    ;[demo, browser] = await Promise.all([startDemo(), startBrowser()])
    const tove = await visit(browser, demo.url)
    paths = await signIn(demo, tove, 'Tove')
    await comeIn(tove.page, paths.open, true)
    const visitor = await visit(browser, demo.url)
    await signIn(demo, visitor, 'Wren')
    wren = await visitor.context.storageState()
    await visitor.context.close()
  })
  afterAll(async () => {
    await browser?.close()
    await demo?.stop()
  })

  it.each(['welcome', 'meetup'] as const)('%s can be used after at most 120 kB', async (name) => {
    const { path, ready } = pagesOf(paths)[name]
    const loaded = await scriptsLoaded(browser, demo.url, { storageState: wren }, (page) =>
      open(page, path, ready),
    )
    expectAtMost(120, loaded)
  })

  it('somebody else is seen in the room after at most 300 kB', async () => {
    const loaded = await scriptsLoaded(browser, demo.url, { storageState: wren }, async (page) => {
      await comeIn(page, paths.open)
      await vi.waitFor(async () => expect(await decodedFrames(page)).toHaveLength(1), { timeout: 20_000 })
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
