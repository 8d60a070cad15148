import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHelp, startBrowser, type Visitor, visit } from '../support/browser.ts'
import { type DemoPaths, demoPages, demoPaths, signInToDemo } from '../support/demo.ts'
import { type Service, startService } from '../support/service.ts'

/** The demo's community, seen by its facilitator who is also its steward: she can open every page. */
describe('every page', { timeout: 60_000 }, () => {
  let service: Service
  let browser: Browser
  let tove: Visitor
  let paths: DemoPaths

  beforeAll(async () => {
    ;[service, browser] = await Promise.all([startService({ flags: ['--demo'] }), startBrowser()])
    tove = await signInToDemo(browser, service, 'Tove')
    paths = await demoPaths(tove.context)
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })

  const looks = [
    { name: 'phone, light', viewport: { width: 360, height: 740 }, colorScheme: 'light' },
    { name: 'desktop, evening', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  ] as const

  for (const { name: look, ...options } of looks)
    describe(look, () => {
      let page: Page
      beforeAll(async () => {
        const storageState = await tove.context.storageState()
        page = (await visit(browser, service.url, { ...options, storageState })).page
      })

      // whoever leaves lets go of the room, so that the next look does not have to ask to move
      afterAll(() => page?.context().close())

      it.each(demoPages)(
        '%s has nothing that axe finds, and does not scroll sideways',
        async (_name, path, ready) => {
          await page.goto(path(paths))
          await page.getByText(ready).first().waitFor()
          const { violations } = await new AxeBuilder({ page }).analyze()
          expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([])
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
        },
      )

      it('the room, and Help in it', async () => {
        await page.goto(`${paths.open}/room`)
        await page.getByRole('button', { name: 'Come in' }).click()
        await page.getByText('Arriving. There is no hurry.').waitFor()
        await page.getByText('Tove (you)').waitFor()
        await page.getByRole('button', { name: 'People' }).click()
        await page.getByRole('complementary', { name: 'People' }).waitFor()
        const room = await new AxeBuilder({ page }).analyze()
        expect(room.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([])
        await page.keyboard.press('p')
        await page.getByRole('button', { name: 'Help' }).click()
        await page.getByRole('dialog', { name: 'Help, right now' }).waitFor()
        const help = await new AxeBuilder({ page }).include('dialog').analyze()
        expect(help.violations.map((v) => v.id)).toEqual([])
      })
    })

  it('Help opens without a network, within 200 ms of the press, and names numbers of the chosen country', async () => {
    const { page, context } = await visit(browser, service.url)
    await page.goto('/')
    await page.getByText('What this is not').waitFor()
    await context.setOffline(true)
    expect(await openHelp(page)).toBeLessThan(200)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Country').selectOption('ES')
    expect(await dialog.getByRole('link', { name: 'Call 024' }).getAttribute('href')).toBe('tel:024')
    await dialog.getByLabel('Country').selectOption('')
    await dialog.getByText('call the emergency number where you are').waitFor()
    await context.close()
  })

  it('is left by Esc three times, even when the first closes a dialog', async () => {
    const { page, context } = await visit(browser, service.url)
    await page.goto('/circles')
    await page.getByRole('button', { name: 'Help' }).click()
    await page.getByRole('dialog').waitFor()
    for (let i = 0; i < 3; i++) await page.keyboard.press('Escape')
    await page.waitForURL('**/quick-exit.html')
    expect((await page.textContent('body'))?.trim()).toBe('')
    await context.close()
  })

  it('asks nobody but our own server for anything', async () => {
    const { page, context } = await visit(browser, service.url)
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).host))
    for (const path of ['/', '/circles', '/account']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
    }
    expect([...hosts]).toEqual([new URL(service.url).host])
    await context.close()
  })
})
