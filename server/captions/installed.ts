import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { Model, type ModelFile, type OfferedModel, type OfferedTranslation } from './contract.ts'
import { bytesOf } from './models.ts'

/** A model whose files are in this folder, whole. */
export type InstalledModel = Model & { folder: string }

export const modelsDir = (dataDir: string) => join(dataDir, 'models')
/** Says what a model's folder holds; written when all of it is there. */
export const MANIFEST = 'model.json'

/** Whether a file is exactly the one expected. */
export async function isWhole(folder: string, { path, bytes, sha256 }: ModelFile): Promise<boolean> {
  const file = join(folder, path)
  if (statSync(file, { throwIfNoEntry: false })?.size !== bytes) return false
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex') === sha256
}

/**
 * The model in a folder. Throws with a sentence when its `model.json` cannot be read, a file is not as that says, or its
 * vocabulary lacks one of its languages.
 */
export async function openModel(folder: string, name: string): Promise<InstalledModel> {
  const text = readFileSync(join(folder, MANIFEST), 'utf8')
  const read = Model.safeParse(parse(text))
  if (!read.success)
    throw new Error(
      `${MANIFEST} is not as it should be: ${read.error.issues.map((i) => i.path.join('.')).join(', ')}`,
    )
  if (read.data.name !== name) throw new Error(`${MANIFEST} is of “${read.data.name}”`)
  for (const file of Object.values(read.data.files))
    if (!(await isWhole(folder, file)))
      throw new Error(`${file.path} is missing, or not the one with its checksum`)
  const model = { ...read.data, folder }
  if (model.kind === 'whisper') checkLanguages(model)
  return model
}

const Tokenizer = z.object({
  model: z.object({ vocab: z.record(z.string(), z.int()) }),
  added_tokens: z.array(z.object({ content: z.string() })),
})

/** Whisper is told a language by a token: without it a browser would fetch the whole model in vain. Throws with a sentence. */
function checkLanguages({
  folder,
  languages,
  files: { tokenizer },
}: InstalledModel & { kind: 'whisper' }): void {
  const read = Tokenizer.safeParse(parse(readFileSync(join(folder, tokenizer.path), 'utf8')))
  if (!read.success) throw new Error(`${tokenizer.path} is no vocabulary`)
  const { model, added_tokens } = read.data
  const tokens = new Set([...Object.keys(model.vocab), ...added_tokens.map(({ content }) => content)])
  const unknown = languages.filter((language) => !tokens.has(`<|${language}|>`))
  if (unknown.length > 0)
    throw new Error(`${tokenizer.path} does not know the languages ${unknown.join(', ')}`)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** All models of a data folder that are whole; `leftOut` hears of the others. */
export async function installedModels(
  dataDir: string,
  leftOut: (name: string, why: string) => void,
): Promise<InstalledModel[]> {
  const dir = modelsDir(dataDir)
  const names = existsSync(dir)
    ? readdirSync(dir).filter((name) => existsSync(join(dir, name, MANIFEST)))
    : []
  const found: InstalledModel[] = []
  for (const name of names.sort())
    await openModel(join(dir, name), name).then(
      (model) => found.push(model),
      (error) => leftOut(name, error.message),
    )
  // small before large: what is offered first has to keep up everywhere
  return found.sort((a, b) => bytesOf(a) - bytesOf(b))
}

/** Where browsers fetch a file. It holds the checksum, so another file has another address. */
export const addressOf = ({ name }: Pick<Model, 'name'>, { path, sha256 }: ModelFile) =>
  `/models/${name}/${sha256.slice(0, 16)}/${path}`

/** What browsers are told of the models: those that write speech down, and those that translate. */
export function offer(models: readonly InstalledModel[]): {
  models: OfferedModel[]
  translations: OfferedTranslation[]
} {
  const all = models.map((model) => {
    const addresses = Object.entries(model.files).map(([part, file]) => [part, addressOf(model, file)])
    const { licence, folder, ...told } = model
    return { ...told, bytes: bytesOf(model), files: Object.fromEntries(addresses) }
  }) as (OfferedModel | OfferedTranslation)[]
  return {
    models: all.filter((model) => model.kind !== 'translation'),
    translations: all.filter((model) => model.kind === 'translation'),
  }
}
