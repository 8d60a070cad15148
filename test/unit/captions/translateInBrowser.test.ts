import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'
import { expect, it } from 'vitest'
import { ENGLISH, SPANISH, tinyTranslation } from '../../support/tinyTranslation.ts'

const ROOT = join(import.meta.dirname, '../../..')
const PACKAGE = join(ROOT, 'node_modules/fxtranslate/wasm')

it('what runs translation models is a module for browsers also in the client with live reload', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearthside-module-'))
  const server = await createServer({
    configFile: join(ROOT, 'web/vite.config.ts'),
    cacheDir: folder,
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    const served = await server.transformRequest(`/@fs${PACKAGE}/fxtranslate_wasm.js`)
    const file = join(folder, 'served.mjs')
    writeFileSync(file, served?.code ?? '')
    const { begin, Translator } = await import(/* @vite-ignore */ file)
    begin(readFileSync(join(PACKAGE, 'fxtranslate_wasm_bg.wasm')))
    const { model, vocabulary, shortlist } = tinyTranslation()
    expect(new Translator(model, vocabulary, vocabulary, shortlist).translate_long(ENGLISH)).toBe(SPANISH)
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
