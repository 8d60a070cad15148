import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, type Visitor, visit } from '../support/browser.ts'
import { type DemoPaths, demoPages, demoPaths, signInToDemo } from '../support/demo.ts'
import { type Service, startService } from '../support/service.ts'

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

  const layouts = [
    { name: 'right to left, on a phone', dir: 'rtl', viewport: { width: 360, height: 740 } },
    { name: 'right to left, on a desktop', dir: 'rtl', viewport: { width: 1280, height: 800 } },
    // 1280 × 1024 at 400 %
    { name: 'at 400 % zoom', dir: 'ltr', viewport: { width: 320, height: 256 } },
    {
      name: 'with forced colours',
      dir: 'ltr',
      viewport: { width: 820, height: 1180 },
      forcedColors: 'active',
    },
  ] as const

  for (const { name: layout, dir, ...options } of layouts)
    describe(layout, () => {
      let page: Page
      beforeAll(async () => {
        const storageState = await tove.context.storageState()
        const visitor = await visit(browser, service.url, {
          ...options,
          storageState,
          reducedMotion: 'reduce',
        })
        page = visitor.page
        await page.addInitScript((wanted) => {
          const set = () => {
            if (document.documentElement) document.documentElement.dir = wanted
          }
          set()
          document.addEventListener('DOMContentLoaded', set)
        }, dir)
      })
      afterAll(() => page?.context().close())

      it.each(demoPages)('%s: nothing is cut, covered or out of reach', async (_name, path, ready) => {
        await page.goto(path(paths))
        await page.getByText(ready).first().waitFor()
        expect(await flaws(page)).toEqual([])
      })

      it('Help, the room, its list of people and its devices: the same', async () => {
        await page.goto('/circles')
        await page.getByRole('button', { name: 'Help' }).click()
        await page.getByRole('dialog').waitFor()
        expect(await flaws(page, 'dialog[open]')).toEqual([])
        await page.goto(`${paths.open}/room`)
        await page.getByRole('button', { name: 'Come in' }).click()
        await page.getByText('Tove (you)').waitFor()
        expect(await flaws(page)).toEqual([])
        await page.getByRole('button', { name: 'People' }).click()
        await page.getByRole('complementary', { name: 'People' }).waitFor()
        expect(await flaws(page, 'aside')).toEqual([])
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'Devices' }).click()
        await page.getByRole('dialog', { name: 'Devices and pictures' }).waitFor()
        expect(await flaws(page, 'dialog[open]')).toEqual([])
      })

      if (dir === 'rtl')
        it('begins at the right', async () => {
          await page.goto('/circles')
          const name = await page.getByRole('link', { name: 'Hearthside' }).boundingBox()
          const help = await page.getByRole('button', { name: 'Help' }).boundingBox()
          expect(name?.x).toBeGreaterThan(help?.x ?? Number.POSITIVE_INFINITY)
        })

      if ('forcedColors' in options)
        it('shows where each button ends', async () => {
          await page.goto(paths.open)
          const bare = await page
            .getByRole('main')
            .getByRole('button')
            .evaluateAll(
              (all) => all.filter((b) => Number.parseFloat(getComputedStyle(b).borderWidth) < 1).length,
            )
          expect(bare).toBe(0)
        })
    })

  const inRoom = async (
    options: BrowserContextOptions,
    words: { comeIn: string; you: string; leave: string },
  ) => {
    const storageState = await tove.context.storageState()
    const { page, context } = await visit(browser, service.url, { ...options, storageState })
    await page.goto(`${paths.open}/room`)
    await page.getByRole('button', { name: words.comeIn }).click()
    await page.getByText(words.you).waitFor()
    // a device that comes in before the other has said that it left is asked whether to move here
    const leave = async () => {
      const left = page.waitForResponse('**/room/leave')
      await page.getByRole('button', { name: words.leave, exact: true }).click()
      await left
      await context.close()
    }
    return { page, leave }
  }

  it('the room, in longer words on a phone: nothing is cut, covered or out of reach', async () => {
    const { page, leave } = await inRoom(
      { locale: 'es-ES', viewport: { width: 360, height: 740 } },
      { comeIn: 'Entrar', you: 'Tove (tú)', leave: 'Salir' },
    )
    expect(await flaws(page)).toEqual([])
    await leave()
  })

  it('the room, on a phone held sideways: everybody and every control is seen without scrolling', async () => {
    const { page, leave } = await inRoom(
      { viewport: { width: 667, height: 375 } },
      { comeIn: 'Come in', you: 'Tove (you)', leave: 'Leave' },
    )
    const controls = await page.getByRole('navigation').boundingBox()
    const tile = await page.getByRole('listitem').boundingBox()
    expect((tile?.y ?? 0) + (tile?.height ?? 0)).toBeLessThanOrEqual(controls?.y ?? 0)
    expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true)
    await leave()
  })
})

/** What is wrong with how a page is laid out: it scrolls sideways, or a control is cut off, covered, or shows half its words. */
const flaws = (page: Page, inside = 'body') =>
  page.evaluate((scope) => {
    const found: string[] = []
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways')
    const controls = document.querySelectorAll<HTMLElement>(
      `${scope} :is(a, button, input, select, textarea, summary)`,
    )
    for (const control of controls) {
      if (!control.checkVisibility({ visibilityProperty: true })) continue
      const words = `${control.tagName} “${(control.textContent || control.getAttribute('name') || '').trim()}”`
      control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      const { left, right, top, width, height } = control.getBoundingClientRect()
      // the way past the navigation shows itself when it has focus
      if (top + height <= 0) continue
      if (left < -0.5 || right > innerWidth + 0.5) found.push(`${words} is cut off`)
      if (control.scrollWidth > control.clientWidth + 1 && !/^(A|INPUT|SELECT)$/.test(control.tagName))
        found.push(`${words} is too narrow for its words`)
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      if (!hit || !(control.contains(hit) || hit.contains(control))) found.push(`${words} is covered`)
      else if (hit !== control && hit.contains(control) && getComputedStyle(control).display !== 'inline')
        found.push(`${words} is covered`)
    }
    return found
  }, inside)
