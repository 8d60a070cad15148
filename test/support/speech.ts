import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { startBrowser } from './browser.ts'

export type Voice = 'en-us' | 'en-us+f3' | 'en-us+whisper' | 'es' | 'de'

/** Seconds of silence, or a sentence that a voice says. */
export type Part = number | { voice: Voice; text: string }

/** What somebody says into their microphone, in order, as a WAV file: mono, 16 bit, 22 050 Hz as espeak-ng makes it. */
export function speak(path: string, parts: readonly Part[]): void {
  const rate = 22_050
  const sounds = parts.map((part) =>
    typeof part === 'number' ? Buffer.alloc(2 * Math.round(part * rate)) : say(part),
  )
  const sound = Buffer.concat(sounds)
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + sound.length, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(2 * rate, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36)
  header.writeUInt32LE(sound.length, 40)
  writeFileSync(path, Buffer.concat([header, sound]))
}

const WAV_HEADER = 44

/** Samples of one sentence. Throws when espeak-ng is not installed: tests never run without real speech. */
function say({ voice, text }: { voice: Voice; text: string }): Buffer {
  try {
    return execFileSync('espeak-ng', ['-v', voice, '-s', '150', '--stdout', text], {
      maxBuffer: 1e8,
    }).subarray(WAV_HEADER)
  } catch (cause) {
    throw new Error('espeak-ng could not speak: run the tests with `npm test`, which finds or installs it.', {
      cause,
    })
  }
}

/** A browser whose microphone says this once, from the moment it is opened. One process each: the file is the process's. */
export async function startSpeaker(parts: readonly Part[]): Promise<Browser> {
  const dir = mkdtempSync(join(tmpdir(), 'hearthside-speech-'))
  const file = join(dir, 'speech.wav')
  speak(file, parts)
  const browser = await startBrowser([`--use-file-for-fake-audio-capture=${file}%noloop`])
  browser.on('disconnected', () => rmSync(dir, { recursive: true, force: true }))
  return browser
}

/**
 * The step before the room, until what one says can be written down. What is said earlier waits, but not for ever: on a busy
 * machine it would be left out.
 */
export async function readyToWrite(page: Page): Promise<void> {
  const words = page.getByText('Getting ready to write down what you say')
  await words.waitFor()
  await words.waitFor({ state: 'detached' })
}

/** The sound of a file that {@link speak} made, as samples of −1 … 1. */
export function samplesOf(path: string): Float32Array {
  const data = readFileSync(path).subarray(WAV_HEADER)
  return Float32Array.from({ length: data.length / 2 }, (_, i) => data.readInt16LE(2 * i) / 32_768)
}

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []

/** The share of a sentence's words that stand in a text: no model hears every word. */
export function shareHeard(text: string, sentence: string): number {
  const there = new Set(words(text))
  const wanted = words(sentence)
  return wanted.filter((word) => there.has(word)).length / wanted.length
}
