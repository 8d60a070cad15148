import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Manifest } from '../../scenes/kit/types.ts'
import { visit } from '../support/browser.ts'
import { addHeadset, wearer } from '../support/xr.ts'

/** What a visit to a scene costs in the released client. Bytes are gzipped, as a server or its proxy sends them. */
export type VisitCost = {
  /** all that was fetched until the first picture of the scene was drawn */
  first: number
  /** all that was fetched until the scene was over, with its sound and in a headset */
  total: number
  /** the most draw calls of a frame for both eyes, with the host's captions and panels, and in which part that was */
  calls: number
  part: string
}

/** Counts what a browser with nothing in its cache fetches from here on. */
function countBytes(context: BrowserContext): () => Promise<number> {
  const sizes = new Map<string, Promise<number>>()
  context.on('response', (response) => {
    // what the service worker keeps for another day no picture waits for
    if (response.request().serviceWorker() || sizes.has(response.url())) return
    const size = response.body().then((body) => Math.min(body.length, gzipSync(body).length))
    // a redirection has no body
    sizes.set(
      response.url(),
      size.catch(() => 0),
    )
  })
  return async () => (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0)
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click()

/** Goes through the scene once, part by part, in an emulated headset. */
export async function visitScene(browser: Browser, url: string, { id, beats }: Manifest): Promise<VisitCost> {
  const { page, context } = await visit(browser, url, { viewport: { width: 320, height: 480 } })
  try {
    await addHeadset(context)
    const bytes = countBytes(context)
    await page.goto(`/scenes/${id}`)
    await page.getByLabel('In a headset').check()
    await press(page, 'Go on')
    await press(page, 'Leave the questions out')
    await press(page, /^Begin the/)
    await page.waitForFunction(() => (window.drawing.renderer()?.info?.render.calls ?? 0) > 5)
    const first = await bytes()

    await press(page, 'Put the headset on and enter')
    await page.waitForFunction(() => window.drawing.session())
    // the emulated headset's picture lies over the page
    await page.getByRole('button', { name: 'Play', exact: true }).dispatchEvent('click')
    let [calls, part] = [0, '']
    const on = page.getByRole('button', { name: 'Next part', exact: true })
    const described = page.locator('#described')
    for (const { id: beat } of beats) {
      await wearer(page).frames(6)
      const here = await page.evaluate(() => window.drawing.renderer()?.info.render.calls ?? 0)
      if (here > calls) [calls, part] = [here, beat]
      if (beat === beats.at(-1)?.id) break
      const before = await described.textContent()
      await on.dispatchEvent('click')
      await page.waitForFunction((text) => document.querySelector('#described')?.textContent !== text, before)
    }
    return { first, total: await bytes(), calls, part }
  } finally {
    await context.close()
  }
}
