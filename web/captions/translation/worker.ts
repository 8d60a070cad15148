import * as engine from '../../../node_modules/fxtranslate/wasm/fxtranslate_wasm.js'
import { fetchWithProgress } from '../worker/files.ts'
import type { FromTranslator, ToTranslator } from './protocol.ts'

// see translateInBrowser.ts
const { begin, Translator } = engine as typeof engine & { begin: (program: Uint8Array) => void }

const tell = (message: FromTranslator) => postMessage(message)

async function load({ program, models }: Extract<ToTranslator, { type: 'load' }>) {
  const addresses = models.flatMap((files, i) =>
    Object.entries(files).map(([part, address]) => [`${i} ${part}`, address] as const),
  )
  const files = await fetchWithProgress(
    { program, ...(Object.fromEntries(addresses) as Record<string, string>) },
    (loaded, total) => tell({ type: 'loading', share: loaded / Math.max(1, total) }),
  )
  begin(files.program)
  return models.map((_, i) => {
    const [model, vocabulary, shortlist] = ['model', 'vocabulary', 'shortlist'].map(
      (part) => (files as Record<string, Uint8Array>)[`${i} ${part}`] as Uint8Array,
    )
    return new Translator(model as Uint8Array, vocabulary as Uint8Array, vocabulary as Uint8Array, shortlist)
  })
}

let translators: ReturnType<typeof load> | undefined

addEventListener('message', async ({ data }: MessageEvent<ToTranslator>) => {
  try {
    if (data.type === 'load') {
      translators = load(data)
      await translators
      tell({ type: 'ready' })
    } else {
      const text = ((await translators) ?? []).reduce((text, one) => one.translate_long(text), data.text)
      tell({ type: 'translated', id: data.id, text })
    }
  } catch (error) {
    // a program that trapped is not to be used again
    const one = data.type === 'translate' && !(error instanceof WebAssembly.RuntimeError)
    tell({ type: 'failed', id: one ? data.id : undefined, message: String(error) })
  }
})
