import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { demoPaths, signInToDemo } from '../support/demo.ts'
import { layTiny } from '../support/models.ts'
import { comeIn } from '../support/room.ts'
import { type Service, startService } from '../support/service.ts'
import { readyToWrite, shareHeard, startSpeaker } from '../support/speech.ts'

const FIRST = 'My sister drives me to the lake every Sunday morning.'
const SECOND = 'The garden was my only quiet place.'

/** The weights are those of Moonshine Tiny under another name: no other model can be had in every place that runs the tests. */
describe('a model that the operator installed', { timeout: 120_000 }, () => {
  let service: Service
  let browser: Browser
  beforeAll(async () => {
    const model = {
      name: 'parlour',
      label: 'Parlour',
      languages: ['en', 'sv'],
      notice: 'Made by the parlour.',
    }
    service = await startService({ flags: ['--demo'], lay: (dataDir) => layTiny(dataDir, model) })
  })
  afterAll(async () => {
    await service?.stop()
  })
  afterEach(() => browser.close())

  /** Addresses of what a context's pages and workers fetch. */
  const watch = (context: BrowserContext) => {
    const fetched: string[] = []
    context.on('request', (request) => fetched.push(new URL(request.url()).pathname))
    return fetched
  }
  const bar = (page: Page) => page.getByRole('region', { name: 'Captions' })
  const heard = async (page: Page, sentence: string) => shareHeard(await bar(page).innerText(), sentence)
  const open = (page: Page) => page.getByRole('button', { name: 'Captions', exact: true }).click()

  it('is offered in the room, and takes over from the other without losing what was said', async () => {
    browser = await startSpeaker([
      3,
      { voice: 'en-us', text: FIRST },
      12,
      { voice: 'en-us', text: SECOND },
      60,
    ])
    const { context, page } = await signInToDemo(browser, service, 'Tove', { captions: true })
    const fetched = watch(context)
    const { open: path } = await demoPaths(context)
    await page.goto(`${path}/room`)
    await readyToWrite(page)
    await comeIn(page)
    await page.getByRole('button', { name: 'Unmute me' }).click()
    await expect.poll(() => heard(page, FIRST), { timeout: 40_000 }).toBeGreaterThan(0.5)
    expect(fetched.filter((address) => address.startsWith('/models/'))).toEqual([])
    await open(page)
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await page.getByLabel('Written down by').selectOption({ label: 'Parlour (28 MB)' })
    await expect.poll(() => heard(page, SECOND), { timeout: 60_000 }).toBeGreaterThan(0.5)
    const models = fetched.filter((address) => address.startsWith('/models/parlour/'))
    expect(models.map((address) => address.split('/').at(-1)).sort()).toEqual([
      'decoder_model_merged.onnx',
      'encoder_model.onnx',
    ])
    const log = await page.getByRole('log', { name: 'What was said' }).innerText()
    expect(shareHeard(log, FIRST)).toBeGreaterThan(0.5)
  })

  it('is what writes down a language that the built-in one lacks; without any, that is said', async () => {
    browser = await startBrowser()
    const { context, page } = await signInToDemo(browser, service, 'Wren', { captions: true })
    const fetched = watch(context)
    const { open: path } = await demoPaths(context)
    await context.addInitScript(() => {
      localStorage.speaking ??= 'sv'
    })
    await page.goto(`${path}/room`)
    await expect
      .poll(() => fetched.filter((address) => address.startsWith('/models/parlour/')))
      .toHaveLength(2)
    await expect.poll(() => page.getByLabel('I speak').inputValue()).toBe('sv')
    expect(await page.getByLabel('I speak').locator('option').allInnerTexts()).toEqual([
      'English',
      'Swedish',
      'Another language',
    ])
    await page.getByText('Made by the parlour.').waitFor()
    await page.getByLabel('I speak').selectOption({ label: 'Another language' })
    await page.getByRole('main').getByText('Your language cannot be written down here yet').waitFor()
    expect(fetched.filter((address) => /^\/assets\/(en|de)coder_model/.test(address))).toEqual([])
    await page.reload()
    await page.getByRole('main').getByText('Your language cannot be written down here yet').waitFor()
  })

  it('needs no cross-origin isolation: with one thread, words come all the same', async () => {
    browser = await startSpeaker([3, { voice: 'en-us', text: FIRST }, 60])
    const { context, page } = await signInToDemo(browser, service, 'Marlow', { captions: true })
    const { open: path } = await demoPaths(context)
    await context.route(/\/room$/, async (route) => {
      const response = await route.fetch()
      const {
        'cross-origin-opener-policy': _,
        'cross-origin-embedder-policy': __,
        ...headers
      } = response.headers()
      await route.fulfill({ response, headers })
    })
    await page.goto(`${path}/room`)
    expect(await page.evaluate(() => [crossOriginIsolated, 'SharedArrayBuffer' in globalThis])).toEqual([
      false,
      false,
    ])
    await readyToWrite(page)
    await comeIn(page)
    await page.getByRole('button', { name: 'Unmute me' }).click()
    await expect.poll(() => heard(page, FIRST), { timeout: 60_000 }).toBeGreaterThan(0.5)
  })
})
