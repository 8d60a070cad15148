import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readWav } from './sounds.ts'

const DIR = process.env.SPEECH_DIR ?? join(import.meta.dirname, '../../../../shared/speech')

/** Real voices, read from outside of the project; they are not part of it. */
export function voices() {
  const list = join(DIR, 'transcripts.json')
  if (!existsSync(list))
    throw new Error(
      `This needs recorded speech: a folder with transcripts.json ({"file.wav": "words"}) and noise.wav, named by SPEECH_DIR (looked in ${DIR}).`,
    )
  const said: Record<string, string> = JSON.parse(readFileSync(list, 'utf8'))
  const sound = (file: string) => readWav(join(DIR, file)).samples
  return {
    noise: sound('noise.wav'),
    clips: Object.entries(said).map(([file, words]) => ({ file, words, sound: sound(file) })),
  }
}

export const print = (name: string, figure: string, aim = '') =>
  console.log(`  ${name.padEnd(58)}${figure.padStart(12)}   ${aim}`)

export const percentile = (values: readonly number[], p: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(p * values.length))] ?? Number.NaN
