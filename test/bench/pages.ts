import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import ours from '../../web/vite.config.ts'
import { asReleased } from '../support/build.ts'

const NAMES = ['bare', 'peers', 'prefab', 'scene'] as const
type Name = (typeof NAMES)[number]
const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

/**
 * Builds pages to compare with and to look at, by our own bundler with our own settings, and serves them on loopback. With
 * `packages` all that comes from packages is in files of this name, so that one can tell it from ours.
 */
export async function servePages(names: readonly Name[] = NAMES, packages?: string) {
  const root = fileURLToPath(new URL('pages', import.meta.url))
  const output = await asReleased(() =>
    build({
      root,
      configFile: false,
      logLevel: 'error',
      plugins: [react()],
      build: {
        ...ours.build,
        write: false,
        rolldownOptions: {
          input: names.map((name) => `${root}/${name}.html`),
          output: packages ? { codeSplitting: { groups: [{ name: packages, test: /node_modules/ }] } } : {},
        },
      },
    }),
  )
  const files = new Map(output.map((file) => [`/${file.fileName}`, 'code' in file ? file.code : file.source]))
  const server = createServer((req, res) => {
    const path = new URL(req.url ?? '/', 'http://x').pathname
    const file = files.get(path)
    if (file === undefined) return void res.writeHead(404).end()
    res.setHeader('content-type', TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
    // as ours: hashed files are kept, pages are fresh
    res.setHeader('cache-control', path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache')
    // as ours too: these give a page a process of its own, which begins cold
    res.setHeader('cross-origin-opener-policy', 'same-origin')
    res.setHeader('cross-origin-embedder-policy', 'require-corp')
    res.end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    /** address of a page, with what it is told in the hash */
    address: (name: Name, told: Record<string, string> = {}) =>
      `${base}/${name}.html#${new URLSearchParams(told)}`,
    close: () => void server.close(),
  }
}
