import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { demoPaths, signInToDemo } from '../support/demo.ts'
import { type Service, startService } from '../support/service.ts'
import { readyToWrite, shareHeard, startSpeaker } from '../support/speech.ts'

const TOVE = 'My sister drives me to the lake every Sunday morning.'
const MUTED = 'I lost my brother in the spring.'
const WREN = 'The garden was my only quiet place.'
const LAST = 'My brother drives us to the lake every Sunday morning.'

/** Speech comes from one Chromium each; whoever reads hears nothing at all. */
describe('captions of a circle', { timeout: 90_000 }, () => {
  let service: Service
  const browsers: Browser[] = []
  let reader: Page
  let tove: Page
  let wren: Page

  const comeIn = async (browser: Browser, name: 'Tove' | 'Wren' | 'Marlow') => {
    const { context, page } = await signInToDemo(browser, service, name, { captions: true })
    const { open } = await demoPaths(context)
    await page.goto(`${open}/room`)
    await readyToWrite(page)
    return page
  }
  const enter = async (page: Page) => {
    await page.getByRole('button', { name: 'Come in' }).click()
    await page.getByText('(you)').waitFor()
  }

  beforeAll(async () => {
    service = await startService({ flags: ['--demo'] })
    const speakers = await Promise.all([
      // she is muted before the second sentence, which is over before Wren's second one
      startSpeaker([3, { voice: 'en-us', text: TOVE }, 25, { voice: 'en-us', text: MUTED }]),
      startSpeaker([3, { voice: 'en-us+f3', text: WREN }, 28, { voice: 'en-us+f3', text: LAST }, 60]),
    ])
    browsers.push(...speakers, await startBrowser())
    const [first, second, third] = browsers as [Browser, Browser, Browser]
    ;[tove, wren, reader] = [
      await comeIn(first, 'Tove'),
      await comeIn(second, 'Wren'),
      await comeIn(third, 'Marlow'),
    ]
    for (const page of [tove, wren, reader]) await enter(page)
  })
  afterAll(async () => {
    for (const browser of browsers) await browser.close()
    await service?.stop()
  })

  const bar = (page: Page) => page.getByRole('region', { name: 'Captions' })
  /** How much of a sentence stands in the captions under a name, 0 … 1. */
  const heard = async (page: Page, name: string, sentence: string) => {
    const lines = await bar(page).getByRole('paragraph').allInnerTexts()
    return shareHeard(lines.filter((line) => line.startsWith(name)).join(' '), sentence)
  }
  const open = (page: Page) => page.getByRole('button', { name: 'Captions', exact: true }).click()
  const write = async (page: Page, text: string) => {
    await page.getByLabel('Speak by typing').fill(text)
    await page.keyboard.press('Enter')
  }

  it('show each speaker’s words under their name to somebody who hears nothing', async () => {
    await tove.getByRole('button', { name: 'Unmute me' }).click()
    await expect.poll(() => heard(reader, 'Tove', TOVE), { timeout: 40_000 }).toBeGreaterThan(0.5)
    await tove.getByRole('button', { name: 'Mute me', exact: true }).click()
    await wren.getByRole('button', { name: 'Unmute me' }).click()
    await expect.poll(() => heard(reader, 'Wren', WREN), { timeout: 40_000 }).toBeGreaterThan(0.5)
    expect(await heard(reader, 'Tove', WREN)).toBeLessThan(0.4)
  })

  it('take what is typed as speech, and a line that is put right is right for everybody', async () => {
    await open(tove)
    await write(tove, 'Thank you. Have you got a grarden now?')
    await bar(reader).getByText('Have you got a grarden now?').waitFor()
    await tove.getByRole('button', { name: /Put right.*grarden/ }).click()
    await tove.getByRole('textbox', { name: 'Put right' }).fill('Thank you. Have you got a garden now?')
    await tove.getByRole('button', { name: 'Change it for everyone' }).click()
    await bar(reader).getByText('Have you got a garden now?').waitFor()
    expect(await bar(reader).getByText('grarden').count()).toBe(0)
    await open(reader)
    const log = reader.getByRole('log', { name: 'What was said' })
    await log.getByText('(put right)').waitFor()
    await reader.getByRole('button', { name: 'Search' }).click()
    // of what was typed alone: what is spoken is heard a little differently now and then
    await reader.getByLabel('Search in what was said').fill('GÁRDEN NOW')
    await reader.getByText('1 place', { exact: true }).waitFor()
    expect(await log.getByText('brother').count()).toBe(0)
    await reader.getByRole('button', { name: 'Search' }).click()
  })

  it('show what somebody typed as text, whatever it is', async () => {
    const hostile = '<img src=x onerror=alert(1)> **bold** \u202Eevil'
    await write(tove, hostile)
    const line = bar(reader)
      .getByRole('paragraph')
      .filter({ hasText: '<img src=x onerror=alert(1)> **bold** evil' })
    await line.getByRole('img', { name: 'typed' }).waitFor()
  })

  it('stop with the microphone: what was said while it was muted is nowhere', async () => {
    await expect.poll(() => heard(reader, 'Wren', LAST), { timeout: 60_000 }).toBeGreaterThan(0.5)
    expect(await heard(reader, 'Tove', MUTED)).toBeLessThan(0.4)
  })

  it('that break say so and begin again, and sound goes on', async () => {
    const [worker] = wren.workers()
    if (!worker) throw new Error('nothing writes down what Wren says')
    await worker.evaluate(() => close())
    await wren.getByText('Your captions have stopped').waitFor()
    await reader.getByText('No captions from Wren: their device cannot.').waitFor()
    expect(await reader.getByText(/Wren.*microphone on/).count()).toBeGreaterThan(0)
    await wren.getByText('Your captions have stopped').waitFor({ state: 'detached', timeout: 20_000 })
    await reader.getByText('No captions from Wren').waitFor({ state: 'detached' })
  })
})

describe('somebody whose browser cannot fetch the model', { timeout: 90_000 }, () => {
  let service: Service
  const browsers: Browser[] = []
  beforeAll(async () => {
    service = await startService({ flags: ['--demo'] })
  })
  afterAll(async () => {
    for (const browser of browsers) await browser.close()
    await service?.stop()
  })

  it('is told so, is heard all the same, and another’s device writes their words down for its own person', async () => {
    browsers.push(
      await startSpeaker([15, { voice: 'en-us', text: MUTED }, 2, { voice: 'en-us', text: TOVE }, 60]),
      await startBrowser(),
    )
    const [first, second] = browsers as [Browser, Browser]
    const { context, page: tove } = await signInToDemo(first, service, 'Tove', { captions: true })
    const { open } = await demoPaths(context)
    await context.route('**/*.onnx', (route) => route.abort())
    const { page: reader } = await signInToDemo(second, service, 'Marlow', { captions: true })
    for (const page of [reader, tove]) {
      await page.goto(`${open}/room`)
      await page.getByRole('button', { name: 'Come in' }).click()
      await page.getByText('(you)').waitFor()
    }
    await tove.getByRole('button', { name: 'Unmute me' }).click()
    await tove.getByText('Your captions have stopped').waitFor()
    await reader.getByRole('button', { name: 'Captions', exact: true }).click()
    await reader.getByRole('switch', { name: 'Write down Tove here' }).check()
    const log = reader.getByRole('log', { name: 'What was said' })
    await expect
      .poll(async () => shareHeard(await log.innerText(), TOVE), { timeout: 60_000 })
      .toBeGreaterThan(0.5)
    await log.getByText('(written down on this device)').first().waitFor()
    const bar = reader.getByRole('region', { name: 'Captions' })
    await bar.getByRole('img', { name: 'written down on this device' }).first().waitFor()
    // nobody puts another's words right
    expect(await log.getByRole('button', { name: /^Put right/ }).count()).toBe(0)
    expect(await tove.getByRole('region', { name: 'Captions' }).innerText()).toBe('')
  })
})

describe('somebody whose model does not come', { timeout: 60_000 }, () => {
  let service: Service
  const browsers: Browser[] = []
  beforeAll(async () => {
    service = await startService({ flags: ['--demo'] })
  })
  afterAll(async () => {
    for (const browser of browsers) await browser.close()
    await service?.stop()
  })

  it('is told so when they speak, and so is everyone; once it comes, words do', async () => {
    browsers.push(await startSpeaker([12, { voice: 'en-us', text: TOVE }, 60]), await startBrowser())
    const [first, second] = browsers as [Browser, Browser]
    const { context, page: tove } = await signInToDemo(first, service, 'Tove', { captions: true })
    const { page: reader } = await signInToDemo(second, service, 'Marlow')
    const { open } = await demoPaths(context)
    const { promise: goes, resolve: go } = Promise.withResolvers<void>()
    await context.route('**/*.onnx', async (route) => {
      await goes
      await route.continue()
    })
    for (const page of [reader, tove]) {
      await page.goto(`${open}/room`)
      await page.getByRole('button', { name: 'Come in' }).click()
      await page.getByText('(you)').waitFor()
    }
    await reader.getByRole('button', { name: 'Captions', exact: true }).click()
    await tove.getByRole('button', { name: 'Unmute me' }).click()
    await tove.getByText('What writes down what you say is not ready yet').waitFor()
    await reader.getByText('No captions from Tove: their device cannot.').waitFor()
    go()
    await reader.getByText('No captions from Tove').waitFor({ state: 'detached' })
    const bar = reader.getByRole('region', { name: 'Captions' })
    await expect
      .poll(async () => shareHeard(await bar.innerText(), TOVE), { timeout: 40_000 })
      .toBeGreaterThan(0.5)
  })
})

/** Wren says the same thing over and over; whatever breaks, it can be read again afterwards. */
describe('captions of a speaker', { timeout: 90_000 }, () => {
  let service: Service
  const browsers: Browser[] = []
  let wren: Page
  let reader: Page
  const SENTENCE = 'My sister drives me to the lake every Sunday morning.'

  const enter = async (page: Page) => {
    await page.getByRole('button', { name: 'Come in' }).click()
    await page.getByText('(you)').waitFor()
  }
  const speak = () => wren.getByRole('button', { name: 'Unmute me' }).click()
  /** how many lines of the sentence the reader has */
  const lines = async () =>
    (await reader.getByRole('log', { name: 'What was said' }).getByRole('paragraph').allInnerTexts()).filter(
      (line) => shareHeard(line, SENTENCE) > 0.5,
    ).length
  const more = (than: number) => expect.poll(lines, { timeout: 40_000 }).toBeGreaterThan(than)

  beforeAll(async () => {
    service = await startService({ flags: ['--demo'] })
    const said = { voice: 'en-us', text: SENTENCE } as const
    browsers.push(
      await startSpeaker([3, ...Array.from({ length: 12 }, () => [said, 3]).flat()]),
      await startBrowser(),
    )
    const [first, second] = browsers as [Browser, Browser]
    const { context, page } = await signInToDemo(first, service, 'Wren', { captions: true })
    wren = page
    const { open } = await demoPaths(context)
    reader = (await signInToDemo(second, service, 'Marlow')).page
    for (const one of [wren, reader]) await one.goto(`${open}/room`)
    await readyToWrite(wren)
    for (const one of [wren, reader]) await enter(one)
    await reader.getByRole('button', { name: 'Captions', exact: true }).click()
    await speak()
  })
  afterAll(async () => {
    for (const browser of browsers) await browser.close()
    await service?.stop()
  })

  it('go on after a break of the network, which is said', async () => {
    await more(0)
    await wren.context().setOffline(true)
    await wren.getByText('Reconnecting…').waitFor()
    await wren.context().setOffline(false)
    await wren.getByText('Reconnecting…').waitFor({ state: 'detached' })
    await more(await lines())
  })

  it('go on with what a tab in the background has left: no frames, and timers once a second', async () => {
    // a browser without a window hides no tab: this is what Chromium does to one
    await wren.evaluate(() => {
      const { setTimeout: later, setInterval: often } = globalThis
      const slow = (ms = 0) => Math.max(1000, ms)
      Object.assign(globalThis, {
        requestAnimationFrame: () => 0,
        setTimeout: (then: TimerHandler, ms?: number, ...rest: unknown[]) => later(then, slow(ms), ...rest),
        setInterval: (then: TimerHandler, ms?: number, ...rest: unknown[]) => often(then, slow(ms), ...rest),
      })
    })
    await more((await lines()) + 1)
  })

  it('go on after the clock of the computer jumped', async () => {
    await wren.evaluate(() => {
      const { now } = Date
      Date.now = () => now() - 86_400_000
    })
    await more(await lines())
    await wren.evaluate(() => {
      const { now } = Date
      Date.now = () => now() + 3 * 86_400_000
    })
    await more(await lines())
  })

  it('go on after a reload, and nothing that was said before is on the new page', async () => {
    await wren.reload()
    await enter(wren)
    expect(await wren.getByRole('region', { name: 'Captions' }).innerText()).toBe('')
    const before = await lines()
    expect(before).toBeGreaterThan(0)
    await speak()
    await more(before)
  })
})
