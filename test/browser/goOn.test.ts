import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog } from '../../scenes/catalog.ts'
import { startBrowser, type Visitor, visit } from '../support/browser.ts'
import { type Service, startService } from '../support/service.ts'
import { addHeadset, DRAWING } from '../support/xr.ts'

const [scene] = catalog
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click()
const part = (page: Page) => page.getByText(/^Part \d+ of/).innerText()

/** A code from the scene that is open, as it is shown. */
async function codeFrom(page: Page): Promise<string> {
  await press(page, 'Another way')
  await press(page, 'Go on in a headset on another device')
  return page.getByText(/^[0-9A-Z]{3} [0-9A-Z]{3}$/).innerText()
}

async function type(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code from your other device').fill(code)
  await press(page, 'Go on')
}

describe('a scene that goes on on another device', { timeout: 120_000 }, () => {
  let service: Service
  let browser: Browser
  let first: Visitor
  let code: string
  beforeAll(async () => {
    ;[service, browser] = await Promise.all([startService(), startBrowser(DRAWING)])
    first = await come()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })
  const come = (options: Parameters<typeof visit>[2] = {}): Promise<Visitor> =>
    visit(browser, service.url, { viewport: { width: 400, height: 500 }, ...options })

  it('shows a code, where to type it and how long it works, and waits', async () => {
    const { page } = first
    await page.goto(`/scenes/${scene.id}`)
    await page.getByLabel('As a story to read').check()
    await press(page, 'Settings for comfort')
    await page.getByRole('switch', { name: 'Strong outlines and plain colours' }).click()
    await press(page, 'Close')
    await press(page, 'Go on')
    await press(page, 'Leave the questions out')
    await press(page, 'Begin the story')
    const choice = page.locator('section[aria-labelledby=choice] button')
    while (!(await choice.count())) await press(page, 'Read on')
    await choice.last().click()
    code = await codeFrom(page)
    await page.getByText(`${service.url}/scenes/go-on`, { exact: true }).waitFor()
    await page.getByText('It works once, for 5 more minutes.').waitFor()
    await press(page, 'Close')
  })

  it('goes on there at the same part, with the same choice, settings and language, however the code is typed', async () => {
    const { page, context, complaints } = await come({ locale: 'es-ES' })
    await page.goto('/scenes')
    await page.getByRole('link', { name: 'Sigue con ella aquí' }).click()
    await page.getByLabel('Código de tu otro dispositivo').fill(` ${code.toLowerCase().replace(' ', ' - ')} `)
    await press(page, 'Seguir')
    await page.getByRole('heading', { name: scene.title.en, level: 1 }).waitFor()
    expect(await part(page)).toBe(await part(first.page))
    const chosen = page.getByRole('article').getByRole('strong')
    expect(await chosen.allInnerTexts()).toEqual(
      await first.page.getByRole('article').getByRole('strong').allInnerTexts(),
    )
    expect(await chosen.count()).toBe(1)
    expect(await page.locator('[data-contrast=true]').count()).toBe(1)
    // nothing of it is in the address, and loading again is at the same place
    expect(new URL(page.url()).hash).toBe('')
    await page.reload()
    await page.getByRole('heading', { name: scene.title.en, level: 1 }).waitFor()
    expect(await part(page)).toBe(await part(first.page))
    // the settings were lent: this device has none of its own
    expect(await page.evaluate(() => localStorage.getItem('comfort in scenes'))).toBeNull()
    expect(complaints).toEqual([])
    await context.close()
  })

  it('does not go on a second time by the same code, and says so in words', async () => {
    const { page, context } = await come()
    await page.goto(`/scenes/go-on#${code.replace(' ', '')}`)
    await press(page, 'Go on')
    await page.getByText('That code did not match, was used before').waitFor()
    // what was typed stays, to be looked at
    expect(await page.getByLabel('Code from your other device').inputValue()).toBe(code.replace(' ', ''))
    await context.close()
  })

  it('says when a code is over, and makes another', async () => {
    const { page, context } = await come()
    await page.clock.install()
    await page.goto(`/scenes/${scene.id}`)
    await page.getByLabel('As a story to read').check()
    await press(page, 'Go on')
    await press(page, 'Leave the questions out')
    await press(page, 'Begin the story')
    const old = await codeFrom(page)
    await page.clock.fastForward('05:01')
    await page.getByText('This code is over.').waitFor()
    expect(await page.getByText(old).count()).toBe(0)
    await press(page, 'Make a new code')
    await page.getByText(/^[0-9A-Z]{3} [0-9A-Z]{3}$/).waitFor()
    await context.close()
  })

  it('offers a headset first where there is one, at the same second, and waits until it is entered', async () => {
    const { page } = first
    await press(page, 'Another way')
    await page.getByRole('dialog').getByLabel('By ear').check()
    await press(page, 'Close')
    await press(page, 'Pause')
    const at = await page.getByText(/^\d+:\d\d of/).innerText()
    code = await codeFrom(page)
    const worn = await come()
    await addHeadset(worn.context)
    await worn.page.goto('/scenes/go-on')
    await type(worn.page, code)
    await worn.page.getByRole('button', { name: 'Put the headset on and enter' }).waitFor()
    expect(await worn.page.getByText(/^\d+:\d\d of/).innerText()).toBe(at)
    await worn.page.getByRole('button', { name: 'Play' }).waitFor()
    expect(worn.complaints).toEqual([])
    await worn.context.close()
  })
})
