import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHelp, startBrowser, type Visitor, visit } from '../support/browser.ts'
import { signInToDemo } from '../support/demo.ts'
import { button } from '../support/room.ts'
import { type Service, startService } from '../support/service.ts'

const dist = join(import.meta.dirname, '../../web/dist')
const inSpain = { timezoneId: 'Europe/Madrid' }
const ready = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    // it is said to be ready while it still activates
    while (active?.state === 'activating')
      await new Promise((resolve) => active.addEventListener('statechange', resolve, { once: true }))
  })
const cacheNames = (page: Page) => page.evaluate(() => caches.keys())
const kept = (page: Page) =>
  page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    return all.flat().map(({ url }) => new URL(url).pathname)
  })

/** What stands where our server is looked for, and is not it. */
async function listen(answer: RequestListener, at = 0) {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const stop = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { url: `http://localhost:${port}`, stop }
}

describe('a start without a network', { timeout: 60_000 }, () => {
  let service: Service
  let browser: Browser
  beforeAll(async () => {
    ;[service, browser] = await Promise.all([startService({ flags: ['--demo'] }), startBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })

  /** Somebody who has been here once before, with a network. */
  async function wasHere(options: Parameters<typeof visit>[2] = {}): Promise<Visitor> {
    const visitor = await visit(browser, service.url, { ...inSpain, ...options })
    await visitor.page.goto('/')
    await ready(visitor.page)
    return visitor
  }

  it.each([
    ['en-GB', 'What this is not', 'Help', 'There is no network right now.'],
    ['es-ES', 'Lo que esto no es', 'Ayuda', 'Ahora mismo no hay conexión.'],
  ])('shows the first page and Help with its numbers, in %s', async (locale, words, help, note) => {
    const { context } = await wasHere({ locale })
    await context.setOffline(true)
    const page = await context.newPage()
    await page.goto('/')
    await page.getByText(words).waitFor()
    await page.getByText(note).waitFor()
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
    expect(await openHelp(page, help)).toBeLessThan(200)
    await page.getByRole('dialog').locator('a[href="tel:024"]').waitFor()
    await context.close()
  })

  it('has the other language as well', async () => {
    const { context, page } = await wasHere()
    await context.setOffline(true)
    await page.reload()
    await page.getByLabel('Language').selectOption('es')
    await button(page, 'Ayuda').waitFor()
    await context.close()
  })

  it.each([
    ['/circles', 'There is no connection right now'],
    ['/account/link#x', 'There is no connection right now'],
    ['/meetups/x', 'There is no network right now.'],
    ['/meetups/x/room', 'There is no connection right now'],
  ])('at %s says so in the app’s own words, with Help', async (path, words) => {
    const { context, page } = await wasHere()
    await context.setOffline(true)
    await page.goto(path)
    await page.getByText(words).last().waitFor()
    expect(await openHelp(page)).toBeLessThan(200)
    expect(page.url()).toBe(service.url + path)
    await context.close()
  })

  it('is none for what is not a page of the app', async () => {
    const { context, page } = await wasHere()
    await context.setOffline(true)
    for (const path of ['/api/docs', '/dev/outbox', '/healthz', '/plain.css'])
      await expect(page.goto(path)).rejects.toThrow('ERR_INTERNET_DISCONNECTED')
    await context.close()
  })

  it('needs files of the build only: nothing else is kept, whatever a person does', async () => {
    const { context, page } = await signInToDemo(browser, service, 'Wren')
    await ready(page)
    for (const path of ['/', '/circles', '/account']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
    }
    await page.waitForLoadState('networkidle')
    const before = await kept(page)
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await button(page, 'Sign out and give this account up').click()
    await page.getByRole('link', { name: 'Start', exact: true }).waitFor()
    expect(await kept(page)).toEqual(before)

    expect(before).toContain('/index.html')
    expect(before.filter((path) => /^\/(api|blur)\/|livekit|RoomPage|model/.test(path))).toEqual([])
    const same = (path: string) =>
      page.evaluate(
        async (p) => [...new Uint8Array((await (await caches.match(p))?.arrayBuffer()) ?? [])],
        path,
      )
    for (const path of before)
      expect(Buffer.from(await same(path)).equals(readFileSync(join(dist, path))), path).toBe(true)
    await context.close()
  })

  it('has the files of an open tab until it is closed, and of a new release from then on', async () => {
    let released = (text: string) => text
    const releases = await listen(async (req, res) => {
      const answer = await fetch(service.url + req.url)
      const body = Buffer.from(await answer.arrayBuffer())
      res.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
      res.end(req.url === '/sw.js' ? released(body.toString()) : body)
    })
    const { context, page } = await visit(browser, releases.url)
    await page.goto('/')
    await ready(page)
    await page.reload()
    const [old = ''] = await cacheNames(page)
    released = (text) => text.replace(old, 'next')
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
    const waiting = () => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)
    await expect.poll(waiting).toBe('installed')
    expect(await cacheNames(page)).toEqual([old, 'next'])
    await page.close()

    const later = await context.newPage()
    await later.goto('/')
    await expect.poll(() => cacheNames(later)).toEqual(['next'])
    await releases.stop()
    await later.reload()
    await button(later, 'Help').waitFor()
    await context.close()
  })

  it('has its worker asked for anew each time, as a script', async () => {
    const { headers } = await fetch(`${service.url}/sw.js`)
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(headers.get('content-type')).toMatch(/^text\/javascript/)
    expect(headers.get('content-security-policy')).toContain("worker-src 'self'")
  })

  describe('when it is the server that is away', () => {
    let visitor: Visitor
    beforeAll(async () => {
      visitor = await wasHere()
      await service.stop()
    })

    /** Something else stands where the server was, while `use` runs. */
    async function instead(answer: RequestListener, use: () => Promise<void>): Promise<void> {
      const other = await listen(answer, Number(new URL(service.url).port))
      await use().finally(other.stop)
    }

    async function startsAnew(): Promise<void> {
      const page = await visitor.context.newPage()
      await page.goto('/')
      await button(page, 'Help').waitFor()
      expect(await openHelp(page)).toBeLessThan(200)
      await page.getByRole('dialog').locator('a[href="tel:024"]').waitFor()
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
      await page.close()
    }

    it('and nothing listens', startsAnew)

    it('and a proxy says so', () =>
      instead((_req, res) => void res.writeHead(502).end('Bad Gateway'), startsAnew))

    it('and no answer comes', async () => {
      const asked: (string | undefined)[] = []
      await instead((req) => void asked.push(req.url), startsAnew)
      expect(asked).toContain('/')
    })

    it('a page that asks again and again says so all the time, and keeps focus where it was', async () => {
      const page = await visitor.context.newPage()
      await page.goto('/meetups/x')
      const again = button(page, 'Try again')
      await again.waitFor()
      await again.focus()
      await page.evaluate(() => Object.assign(globalThis, { was: document.activeElement }))
      await page.waitForEvent('requestfailed', (r) => r.url().endsWith('/api/meetups/x'))
      const still = () =>
        page.evaluate(() => document.activeElement === (globalThis as unknown as { was: Element }).was)
      expect(await still()).toBe(true)
      await page.close()
    })

    it('leaving quickly comes to the empty page, and so does going back', async () => {
      const page = await visitor.context.newPage()
      await page.goto('/')
      await page.goto('/circles')
      await button(page, 'Leave quickly').click()
      await page.waitForURL('**/quick-exit.html')
      expect((await page.textContent('body'))?.trim()).toBe('')
      await page.goBack()
      await page.waitForURL('**/quick-exit.html')
    })
  })
})
