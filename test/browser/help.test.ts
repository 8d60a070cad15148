import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, type Visitor, visit } from '../support/browser.ts'
import { type Service, startService } from '../support/service.ts'

describe('what a steward has checked', { timeout: 60_000 }, () => {
  let service: Service
  let browser: Browser
  let steward: Visitor

  beforeAll(async () => {
    ;[service, browser] = await Promise.all([startService({ flags: ['--demo'] }), startBrowser()])
    steward = await visit(browser, service.url)
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })

  it('is asked for as long as nobody has checked anything', async () => {
    const { page } = steward
    await page.goto(await service.says(/(\/account\/link#\S+)\s/))
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('You are signed in as Tove').waitFor()
    await page.goto('/steward')
    await page.getByText('Nobody here has checked any of them yet.').waitFor()
  })

  it('is compared, put right and kept in one form', async () => {
    const { page } = steward
    await page.getByRole('button', { name: 'Check Spain' }).click()
    await expect(page.getByLabel('Emergency number').inputValue()).resolves.toBe('112')
    await page.getByLabel('Its name').fill('Línea de prueba')
    await page.getByRole('button', { name: 'I have checked these today' }).click()
    await page.getByText('by Tove').waitFor()
    await page.getByLabel('Add a country').selectOption({ label: 'Sweden' })
    await page.getByLabel('Emergency number').fill('112')
    await page.getByLabel('Its name').fill('En linje')
    await page.getByLabel('Number to call').fill('not a number')
    await page.getByRole('button', { name: 'I have checked these today' }).click()
    await page.getByText('A phone cannot dial this.').waitFor()
    await page.getByLabel('Number to call').fill('90 101')
    await page.getByRole('button', { name: 'I have checked these today' }).click()
    await page.getByRole('heading', { name: 'Sweden' }).waitFor()
    expect(steward.complaints).toEqual([])
  })

  it('is what Help shows to a visitor, also once the network is gone', async () => {
    const { page, context } = await visit(browser, service.url, { timezoneId: 'Europe/Stockholm' })
    const arrived = page.waitForResponse('**/api/safety/contacts')
    await page.goto('/')
    await (await arrived).finished()
    // the welcome page has one of its own too
    const help = page.getByRole('banner').getByRole('button', { name: 'Help', exact: true })
    await help.click()
    await page.getByRole('heading', { name: 'En linje' }).waitFor()
    await expect(page.getByRole('link', { name: 'Call 90 101' }).getAttribute('href')).resolves.toBe(
      'tel:90101',
    )
    await page.keyboard.press('Escape')
    await context.setOffline(true)
    await page.getByRole('link', { name: 'Circles' }).click()
    await help.click()
    await page.getByRole('heading', { name: 'En linje' }).waitFor()
  })
})
