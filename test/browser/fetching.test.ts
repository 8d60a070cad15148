import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { demoPaths, signInToDemo } from '../support/demo.ts'
import { comeIn } from '../support/room.ts'
import { type Service, startService } from '../support/service.ts'

/** What each browser fetches of the speech model, and when. */
describe('the model for captions', { timeout: 60_000 }, () => {
  let service: Service
  let browser: Browser
  let tove: Page
  beforeAll(async () => {
    service = await startService({ flags: ['--demo'] })
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })

  /** Addresses of models that a context's pages and workers fetch. */
  const watch = (context: BrowserContext) => {
    const fetched: string[] = []
    context.on('request', (request) => request.url().endsWith('.onnx') && fetched.push(request.url()))
    return fetched
  }
  const status = (page: Page, text: string) => page.getByRole('main').getByText(text)

  it('is fetched while one is still before the room, and its share is shown', async () => {
    const { context, page } = await signInToDemo(browser, service, 'Tove', { captions: true })
    tove = page
    const fetched = watch(context)
    const { promise: goes, resolve: go } = Promise.withResolvers<void>()
    await context.route(/decoder.*\.onnx/, async (route) => {
      await goes
      await route.continue()
    })
    await page.goto(`${(await demoPaths(context)).open}/room`)
    await expect
      .poll(() => status(page, 'Getting ready to write down what you say').innerText())
      .toMatch(/: [1-9]\d*%/)
    go()
    await status(page, 'Getting ready to write down what you say').waitFor({ state: 'detached' })
    expect(fetched).toHaveLength(3)
    await page.getByText('It happens on this device: your voice goes to nobody else for it').waitFor()
  })

  it('is not fetched over a line that is paid by the megabyte, until one says so', async () => {
    const { context, page } = await signInToDemo(browser, service, 'Marlow', { captions: true })
    await context.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    )
    const fetched = watch(context)
    await page.goto(`${(await demoPaths(context)).open}/room`)
    await status(page, 'needs about 35 MB once').waitFor()
    expect(fetched).toEqual([])
    await page.getByRole('button', { name: 'Fetch it now' }).click()
    await status(page, 'needs about 35 MB once').waitFor({ state: 'detached' })
    await expect.poll(() => fetched.length).toBe(3)
    await context.close()
  })

  it('is not fetched for one who wants no captions, which others see; they may change their mind', async () => {
    const { context, page: wren } = await signInToDemo(browser, service, 'Wren')
    const fetched = watch(context)
    await wren.goto(`${(await demoPaths(context)).open}/room`)
    for (const page of [tove, wren]) {
      await comeIn(page)
      await page.getByRole('button', { name: 'Captions', exact: true }).click()
    }
    await wren.getByRole('button', { name: 'Unmute me' }).click()
    await tove.getByText('No captions from Wren: they chose so.').waitFor()
    expect(fetched).toEqual([])
    await wren.getByRole('button', { name: 'Settings', exact: true }).click()
    await wren.getByRole('switch', { name: 'Write down what I say' }).click()
    await tove.getByText('No captions from Wren').waitFor({ state: 'detached', timeout: 20_000 })
    await expect.poll(() => fetched.length).toBe(3)
    await wren.getByRole('switch', { name: 'Write down what I say' }).click()
    await tove.getByText('No captions from Wren: they chose so.').waitFor()
  })
})
