import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { PlainError } from '../lib/plainError.ts'
import { Model } from './contract.ts'
import { isWhole, MANIFEST } from './installed.ts'
import type { ListedFile, ListedModel } from './models.ts'

type Options = {
  say: (line: string) => void
  /** how long the other end may be silent, in milliseconds, before we go on without it */
  patienceMs?: number
}

/**
 * Brings a listed model into a folder: only what is missing or wrong there is fetched, and nothing that is not exactly
 * what is pinned stays. Throws {@link PlainError} with what to put where when it cannot be had.
 */
export async function fetchModel(model: ListedModel, folder: string, { say, patienceMs = 5000 }: Options) {
  mkdirSync(folder, { recursive: true })
  for (const file of Object.values(model.files)) {
    if (await isWhole(folder, file)) say(`${file.path} is there.`)
    else
      await fetchFile(file, folder, say, patienceMs).catch((cause) => {
        throw new PlainError(`${cause.message}\n\n${byHand(model, folder)}`, { cause })
      })
  }
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(Model.parse(model), null, 2)}\n`)
}

/** What a person does who has these files from elsewhere. */
function byHand({ name, files }: ListedModel, folder: string): string {
  const each = Object.values(files).map(
    ({ path, bytes, sha256, from }) =>
      `  ${join(folder, path)}\n    from     ${from}\n    size     ${bytes} bytes\n    SHA-256  ${sha256}`,
  )
  return `Without a network: bring these files here by other means, then run the same command again, which checks them.\n\n${each.join('\n')}\n\n  npm run captions:model -- ${name}`
}

/** Writes a file under another name, and gives it its own once it is known to be the right one. */
async function fetchFile(file: ListedFile, folder: string, say: Options['say'], patienceMs: number) {
  const part = join(folder, `${file.path}.part`)
  try {
    const found = await download(file, part, say, patienceMs)
    if (found !== file.sha256)
      throw new Error(`What came from ${file.from} is not the pinned file (SHA-256 ${found}): refused.`)
    renameSync(part, join(folder, file.path))
  } finally {
    rmSync(part, { force: true })
  }
}

/** Writes what an address answers, never more than expected, and gives its SHA-256. */
async function download(file: ListedFile, part: string, say: Options['say'], patienceMs: number) {
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(), patienceMs)
  const hash = createHash('sha256')
  const megabytes = (bytes: number) => Math.round(bytes / 1e6)
  let [loaded, told] = [0, 0]
  try {
    const answer = await fetch(file.from, { signal: silence.signal })
    if (!answer.ok || !answer.body) throw new Error(`it answered ${answer.status}`)
    await pipeline(
      Readable.fromWeb(answer.body),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          timer.refresh()
          hash.update(chunk)
          loaded += chunk.length
          if (loaded > file.bytes) throw new Error('it is longer than the pinned file')
          const tenths = Math.floor((10 * loaded) / file.bytes)
          if (tenths > told) say(`${file.path}: ${megabytes(loaded)} of ${megabytes(file.bytes)} MB`)
          told = tenths
          yield chunk
        }
      },
      createWriteStream(part),
    )
    return hash.digest('hex')
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: string } }
    const why = silence.signal.aborted ? 'no answer' : (cause?.code ?? message)
    throw new Error(`${file.from} could not be fetched: ${why}.`, { cause: error })
  } finally {
    clearTimeout(timer)
  }
}
