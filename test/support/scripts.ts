import { gzipSync } from 'node:zlib'
import type { BrowserContext } from 'playwright-core'

/** Kilobytes (1000 bytes) of these scripts, each gzipped by itself as a server would send it. */
export type Loaded = { files: readonly string[]; kilobytes: number }

/** Notes each script the context's pages and workers fetch; gives all of them up to the moment it is asked. */
export function watchScripts(context: BrowserContext): () => Promise<Loaded> {
  const scripts = new Map<string, Promise<number>>()
  context.on('response', (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (!type.includes('javascript') || scripts.has(response.url())) return
    scripts.set(
      response.url(),
      response.body().then((body) => gzipSync(body).length),
    )
  })
  return async () => {
    const sizes = await Promise.all(scripts.values())
    return {
      files: [...scripts.keys()].map((url) => new URL(url).pathname),
      kilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1000,
    }
  }
}
