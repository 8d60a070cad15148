import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { demoPaths, signInToDemo } from '../support/demo.ts'
import { type Service, startService } from '../support/service.ts'

/** Runs in the page, in the place of the browser's Translator, which fetches its languages: from English into Spanish. */
function standIn(): void {
  const create = async () => ({ translate: async (text: string) => `«${text}»`, destroy() {} })
  const availability = async ({ sourceLanguage: from, targetLanguage: into }: Record<string, string>) =>
    from === 'en' && into === 'es' ? 'available' : 'unavailable'
  Object.defineProperty(globalThis, 'Translator', { value: { create, availability } })
  Object.defineProperty(navigator, 'userAgentData', { value: { brands: [{ brand: 'Chromium' }] } })
}

/** Runs in the page: a browser that translates nothing. */
function without(): void {
  Object.defineProperty(globalThis, 'Translator', { value: undefined })
}

/** Tove says something by typing it; Wren reads it, in a browser that translates on the device. */
describe('captions in another language', { timeout: 60_000 }, () => {
  let service: Service
  let browser: Browser
  let tove: Page
  let wren: Page

  const enter = async (page: Page, name: string) => {
    await page.getByRole('button', { name: 'Come in' }).click()
    await page.getByText(`${name} (you)`).waitFor()
    await page.getByRole('button', { name: 'Captions', exact: true }).click()
  }
  beforeAll(async () => {
    service = await startService({ flags: ['--demo'] })
    browser = await startBrowser()
    const open = async (name: 'Tove' | 'Wren') => {
      const { context, page } = await signInToDemo(browser, service, name)
      await context.addInitScript(name === 'Wren' ? standIn : without)
      await page.goto(`${(await demoPaths(context)).open}/room`)
      await enter(page, name)
      return page
    }
    tove = await open('Tove')
    wren = await open('Wren')
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })

  const field = (page: Page) => page.getByLabel('Translation beside the original')
  const settings = (page: Page) => page.getByRole('button', { name: 'Settings', exact: true }).click()
  const close = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  const bar = () => wren.getByRole('region', { name: 'Captions' })
  const log = () => wren.getByRole('log', { name: 'What was said' })
  async function say(text: string): Promise<void> {
    await tove.getByLabel('Speak by typing').fill(text)
    await tove.keyboard.press('Enter')
    await log().getByText(text, { exact: true }).waitFor()
  }

  it('are not offered where nothing translates on the device', async () => {
    const listed = tove.waitForResponse((response) => response.url().endsWith('/api/captions/models'))
    await settings(tove)
    await (await listed).finished()
    await tove.getByLabel('Size').waitFor()
    expect(await field(tove).count()).toBe(0)
    await close(tove)
  })

  it('stand beside the original, marked as made by machine, in the bar and in the list', async () => {
    await say('The lake is quiet.')
    await settings(wren)
    await expect.poll(() => field(wren).locator('option').allInnerTexts()).toEqual(['None', 'español'])
    await field(wren).selectOption({ label: 'español' })
    await wren.getByText('Made by machine on this device: it can be wrong.').waitFor()
    await close(wren)
    for (const place of [bar(), log()]) {
      await place.getByText('The lake is quiet.', { exact: true }).waitFor()
      await place.getByText('«The lake is quiet.»').waitFor()
      await place.getByText('Translated by machine:').waitFor()
      expect(await place.getByText('«The lake is quiet.»').getAttribute('lang')).toBe('es')
    }
  })

  it('are made anew for a line that is put right', async () => {
    await say('I was at the shap.')
    await log().getByText('«I was at the shap.»', { exact: false }).waitFor()
    await tove.getByRole('button', { name: /Put right.*shap/ }).click()
    await tove.getByRole('textbox', { name: 'Put right' }).fill('I was at the shop.')
    await tove.getByRole('button', { name: 'Change it for everyone' }).click()
    await log().getByText('«I was at the shop.»', { exact: false }).waitFor()
    expect(await wren.getByText('shap').count()).toBe(0)
  })

  it('come in the same language after a reload, until one wants none', async () => {
    await wren.reload()
    await enter(wren, 'Wren')
    await say('Shall we go on?')
    await bar().getByText('«Shall we go on?»').waitFor()
    await settings(wren)
    await field(wren).selectOption({ label: 'None' })
    await close(wren)
    expect(await wren.getByText('«Shall we go on?»').count()).toBe(0)
  })
})
