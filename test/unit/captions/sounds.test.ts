import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Sound } from '../../../web/captions/worker/protocol.ts'
import { createResampler } from '../../../web/captions/worker/resample.ts'
import { hearLive, type Models, openModels } from '../../bench/captions/pipeline.ts'
import { joined, keyboard, laughter, music, RATE, seeded, silence } from '../../bench/captions/sounds.ts'
import { samplesOf, shareHeard, speak, type Voice } from '../../support/speech.ts'

const LAKE = 'My sister drives me to the lake every Sunday morning.'
const GARDEN = 'The garden was my only quiet place.'
/** As espeak-ng makes it. */
const SPOKEN = 22_050

/** The models that browsers get, and real speech, in this process. */
describe('what is written down', { timeout: 120_000 }, () => {
  let models: Models
  let folder: string
  beforeAll(async () => {
    models = await openModels()
    folder = mkdtempSync(join(tmpdir(), 'hearthside-sounds-'))
  })
  afterAll(() => {
    vi.unstubAllGlobals()
    rmSync(folder, { recursive: true, force: true })
  })

  const said = (voice: Voice, ...sentences: string[]) => {
    const path = join(folder, 'said.wav')
    speak(path, [1, ...sentences.flatMap((text) => [{ voice, text }, 1.5])])
    return samplesOf(path)
  }
  const at = (rate: number, spoken: Float32Array) => createResampler(SPOKEN, rate).push(spoken)
  const quieter = (samples: Float32Array, decibels: number) =>
    samples.map((sample) => sample * 10 ** (-decibels / 20))
  const mixed = (a: Float32Array, b: Float32Array) =>
    Float32Array.from({ length: Math.max(a.length, b.length) }, (_, i) => ((a[i] ?? 0) + (b[i] ?? 0)) / 2)
  const shown = ({ told }: Awaited<ReturnType<typeof hearLive>>) =>
    told.flatMap((event) => (event.type === 'text' ? [`${event.agreed} ${event.tentative}`.trim()] : []))
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? []

  const hiss = (time: number, level: number) => {
    const random = seeded(5)
    return silence(time).map(() => level * (random() - 0.5))
  }
  const hum = (time: number) =>
    hiss(time, 0.004).map((x, i) => x + 0.02 * Math.sin((100 * Math.PI * i) / RATE))

  it.each([
    ['silence', silence(8)],
    ['a faint hiss', hiss(8, 0.004)],
    ['a loud hiss', hiss(8, 0.2)],
    ['the hum of the mains', hum(8)],
    ['music', music(12)],
    ['a keyboard', keyboard(12)],
    ['laughter', laughter(12)],
  ])('of %s is nothing', async (_, sound) => {
    expect(shown(await hearLive(models, sound)).filter(Boolean)).toEqual([])
  })

  it.each([
    ['8 kHz', (spoken: Float32Array) => through(8000, [at(8000, spoken)])],
    ['48 kHz, on one of two channels', (spoken: Float32Array) => stereo(48_000, at(48_000, spoken))],
    ['40 dB less than usual', (spoken: Float32Array) => quieter(at(RATE, spoken), 40)],
  ])('of a microphone with %s is what was said', async (_, microphone) => {
    const { text } = await hearLive(models, await microphone(said('en-us+f3', LAKE, GARDEN)))
    expect(shareHeard(text, LAKE)).toBeGreaterThan(0.7)
    expect(shareHeard(text, GARDEN)).toBeGreaterThan(0.7)
  })

  it('of a whisper is what was said', async () => {
    const { text } = await hearLive(models, at(RATE, said('en-us+whisper', LAKE, GARDEN)))
    expect(shareHeard(text, `${LAKE} ${GARDEN}`)).toBeGreaterThan(0.6)
  })

  it('of two people at once at one microphone is words of theirs, and not over and over', async () => {
    const both = mixed(at(RATE, said('en-us', LAKE)), at(RATE, said('en-us+f3', GARDEN)))
    const heard = await hearLive(models, joined(both, at(RATE, said('en-us', LAKE))))
    const all = words(`${LAKE} ${GARDEN}`)
    const strange = words(heard.text).filter((word) => !all.includes(word))
    expect(strange.length).toBeLessThan(words(heard.text).length / 3)
    expect(words(heard.text).length).toBeLessThan(2 * all.length)
    // and whoever speaks alone afterwards is understood
    expect(shareHeard(heard.text, LAKE)).toBeGreaterThan(0.7)
  })

  it('of a language that the model lacks is hardly a word, and that is said', async () => {
    const german = 'Meine Schwester fährt mich jeden Sonntagmorgen an den See.'
    const heard = await hearLive(models, at(RATE, said('de', german, german, german)))
    expect(heard.told).toContainEqual(expect.objectContaining({ type: 'understood', understood: false }))
    expect(words(heard.text).length).toBeLessThan(words(german).length / 2)
  })
})

/** The page's capture, whose scope the browser's sound thread has; what it hands on is noted. */
const capture = (async () => {
  const sent: Sound[] = []
  const { promise, resolve } = Promise.withResolvers<{ process: (input: Float32Array[][]) => boolean }>()
  const port = { postMessage: (sound: Sound) => void sent.push(sound) }
  vi.stubGlobal(
    'AudioWorkletProcessor',
    class {
      port = port
    },
  )
  vi.stubGlobal('registerProcessor', (_: string, Made: new () => Awaited<typeof promise>) =>
    resolve(new Made()),
  )
  await import('../../../web/captions/worker/capture.worklet.ts')
  return { made: await promise, take: () => sent.splice(0) }
})()

/** What it hands on of these channels, as the worker takes it: 16 kHz mono. */
async function through(rate: number, channels: Float32Array[]): Promise<Float32Array> {
  const { made, take } = await capture
  vi.stubGlobal('sampleRate', rate)
  for (let i = 0; i < (channels[0]?.length ?? 0); i += 128)
    made.process([channels.map((channel) => channel.subarray(i, i + 128))])
  const sent = take()
  const resampler = createResampler(sent[0]?.rate ?? 0, RATE)
  return joined(...sent.map(({ samples }) => resampler.push(samples)))
}

const stereo = (rate: number, left: Float32Array) => through(rate, [left, new Float32Array(left.length)])
