import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { type Visitor, visit } from './browser.ts'

/** Kilobytes (1000 bytes) of these scripts, each gzipped by itself, as a server or its proxy sends them. */
export type Loaded = { files: readonly string[]; kilobytes: number }

/**
 * What a browser that has nothing in its cache loads of JavaScript while `use` runs: each script its pages and workers
 * fetch, also by preloading, up to the moment `use` returns. What the service worker keeps for another day no page
 * waits for.
 */
export async function scriptsLoaded(
  browser: Browser,
  baseURL: string,
  options: Parameters<typeof visit>[2],
  use: (page: Page) => Promise<unknown>,
): Promise<Loaded> {
  const { page, context }: Visitor = await visit(browser, baseURL, options)
  const scripts = new Map<string, Promise<number>>()
  context.on('response', (response) => {
    const url = response.url()
    if (response.request().serviceWorker()) return
    if (!/javascript/.test(response.headers()['content-type'] ?? '') || scripts.has(url)) return
    scripts.set(
      url,
      response.body().then((body) => gzipSync(body).length),
    )
  })
  await use(page)
  const sizes = await Promise.all(scripts.values())
  const files = [...scripts.keys()].map((url) => new URL(url).pathname)
  await context.close()
  return { files, kilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1000 }
}
