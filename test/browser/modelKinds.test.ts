import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { demoPaths, signInToDemo } from '../support/demo.ts'
import { comeIn } from '../support/room.ts'
import { type Service, startService } from '../support/service.ts'
import { readyToWrite, startSpeaker } from '../support/speech.ts'
import { layTinyModel } from '../support/tinyModels.ts'
import { ENGLISH, layTranslation, NOTICE, SPANISH } from '../support/tinyTranslation.ts'

/**
 * Models of the true kinds, which have learnt one sentence each (`test/support/tinyModels/README.md`): real ones cannot be
 * had in every place that runs the tests. So these tests show that such models are offered, fetched from our own host,
 * opened and used; not how well real ones understand.
 */
describe('models of other kinds that the operator installed', { timeout: 120_000 }, () => {
  let service: Service
  let browser: Browser
  beforeAll(async () => {
    service = await startService({
      flags: ['--demo'],
      lay(dataDir) {
        layTinyModel(dataDir, 'whisper', { name: 'harbour', label: 'Harbour', languages: ['es', 'en'] })
        layTinyModel(dataDir, 'moonshine-streaming', { name: 'river', label: 'River', languages: ['en'] })
        layTranslation(dataDir, 'en', 'es')
      },
    })
  })
  afterAll(async () => {
    await service?.stop()
  })
  afterEach(() => browser.close())

  /** Addresses of what a context's pages and workers fetch. */
  const watch = (context: BrowserContext) => {
    const fetched: URL[] = []
    context.on('request', (request) => fetched.push(new URL(request.url())))
    return {
      of: (model: string) =>
        fetched
          .filter(({ pathname }) => pathname.startsWith(`/models/${model}/`))
          .map(({ pathname }) => pathname.split('/').at(-1))
          .sort(),
      elsewhere: () =>
        fetched.filter(
          ({ protocol, host }) => /^(http|ws)/.test(protocol) && host !== new URL(service.url).host,
        ),
    }
  }
  const bar = (page: Page) => page.getByRole('region', { name: 'Captions' })

  /** Somebody who speaks, with what they had chosen before. */
  async function speak(name: 'Tove' | 'Wren', remembered: Record<string, string>) {
    browser = await startSpeaker([3, { voice: 'es', text: 'La hermana tiene un jardín muy bonito.' }, 60])
    const { context, page } = await signInToDemo(browser, service, name, { captions: true })
    const seen = watch(context)
    await context.addInitScript((all) => {
      for (const [key, value] of Object.entries(all)) localStorage[key] ??= value
    }, remembered)
    await page.goto(`${(await demoPaths(context)).open}/room`)
    await readyToWrite(page)
    await comeIn(page)
    await page.getByRole('button', { name: 'Unmute me' }).click()
    return { page, seen }
  }

  it('Whisper writes the language that somebody speaks, which it is told', async () => {
    const { page, seen } = await speak('Tove', { speaking: 'es' })
    await expect.poll(() => bar(page).innerText(), { timeout: 60_000 }).toContain(SPANISH)
    expect(seen.of('harbour')).toEqual(['decoder_model_merged.onnx', 'encoder_model.onnx', 'tokenizer.json'])
    expect(seen.of('river')).toEqual([])
    expect(seen.elsewhere()).toEqual([])
  })

  it('a streaming model writes where it is chosen', async () => {
    const { page, seen } = await speak('Wren', { speaking: 'en', 'speech model': 'river' })
    await expect.poll(() => bar(page).innerText(), { timeout: 60_000 }).toContain('we have this but you')
    expect(seen.of('river')).toEqual([
      'adapter.ort',
      'cross_kv.ort',
      'decoder_kv.ort',
      'encoder.ort',
      'frontend.ort',
      'streaming_config.json',
    ])
    expect(seen.elsewhere()).toEqual([])
    await page.getByRole('button', { name: 'Captions', exact: true }).click()
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    const written = page.getByLabel('Written down by').locator('option')
    expect(await written.allInnerTexts()).toEqual([
      expect.stringMatching(/^Moonshine Tiny \(/),
      expect.stringMatching(/^Harbour \(/),
      expect.stringMatching(/^River \(/),
    ])
  })

  it('a translation model makes the other language beside the original, in a browser that has no translator', async () => {
    browser = await startBrowser()
    const { context, page } = await signInToDemo(browser, service, 'Marlow')
    const seen = watch(context)
    await context.addInitScript(() => Object.defineProperty(globalThis, 'Translator', { value: undefined }))
    await page.goto(`${(await demoPaths(context)).open}/room`)
    await comeIn(page)
    await page.getByRole('button', { name: 'Captions', exact: true }).click()
    await page.getByLabel('Speak by typing').fill(ENGLISH)
    await page.keyboard.press('Enter')
    const log = page.getByRole('log', { name: 'What was said' })
    await log.getByText(ENGLISH, { exact: true }).waitFor()
    expect(seen.of('translation-en-es')).toEqual([])

    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    const field = page.getByLabel('Translation beside the original')
    await expect.poll(() => field.locator('option').allInnerTexts()).toEqual(['None', 'español'])
    await field.selectOption({ label: 'español' })
    await page.getByText('Made by machine on this device: it can be wrong.').waitFor()
    await page.getByText(NOTICE).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    for (const place of [bar(page), log]) {
      await place.getByText(ENGLISH, { exact: true }).waitFor()
      await place.getByText(SPANISH).waitFor()
      await place.getByText('Translated by machine:').waitFor()
      expect(await place.getByText(SPANISH).getAttribute('lang')).toBe('es')
    }
    expect(seen.of('translation-en-es')).toEqual(['model.bin', 'shortlist.bin', 'vocabulary.spm'])
    expect(seen.elsewhere()).toEqual([])
  })
})
