import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Model } from '../../server/captions/contract.ts'
import { MANIFEST, modelsDir } from '../../server/captions/installed.ts'

const TINY = 'node_modules/@moonshine-ai/moonshine-js/dist/model/tiny/quantized'

export const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')

type About = { name: string; label: string; languages: string[]; notice?: string }
type Laid = { path: string; content: string | Buffer }

/** Lays a model in a data folder as its operator would by hand: its files, and `model.json` with their checksums. */
export function layModel(
  dataDir: string,
  about: { name: string } & Record<string, unknown>,
  files: Record<string, Laid>,
): string {
  const folder = join(modelsDir(dataDir), about.name)
  mkdirSync(folder, { recursive: true })
  const laid = Object.entries(files).map(([part, { path, content }]) => {
    writeFileSync(join(folder, path), content)
    return [part, { path, bytes: Buffer.byteLength(content), sha256: sha256(content) }]
  })
  const model = Model.parse({ ...about, licence: 'MIT', files: Object.fromEntries(laid) })
  writeFileSync(join(folder, MANIFEST), JSON.stringify(model))
  return folder
}

/** What there is to know of a Moonshine model as small as the one that comes with Hearthside. */
export const asTiny = { kind: 'moonshine', shape: 'tiny', tokensPerSecond: 6.5 }

/** The weights of Moonshine Tiny, which come with Hearthside, under a name of their own. */
export function layTiny(dataDir: string, about: About): string {
  const file = (path: string) => ({ path: basename(path), content: readFileSync(path) })
  return layModel(
    dataDir,
    { ...about, ...asTiny },
    {
      encoder: file(`${TINY}/encoder_model.onnx`),
      decoder: file(`${TINY}/decoder_model_merged.onnx`),
    },
  )
}
