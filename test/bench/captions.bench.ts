import { beforeAll, describe, test } from 'vitest'
import { hearLive, hearWhole, type Models, openModels, type Told } from './captions/pipeline.ts'
import { percentile, print, voices } from './captions/report.ts'
import {
  atSpeed,
  joined,
  keyboard,
  laughter,
  music,
  seconds,
  seeded,
  silence,
  withNoise,
} from './captions/sounds.ts'
import { align, errorsIn, phrasesIn, plainWords } from './captions/wordErrors.ts'

/** What a room has before and after a sentence. */
const AROUND = 0.8
const NOISE_DB = 10
/** Each clip is heard at these speeds: few recordings make few errors, and a ratio of few says little. */
const SPEEDS = (process.env.CAPTIONS_SPEEDS ?? '0.9,0.95,1,1.05,1.1').split(',').map(Number)
const MINUTES = Number(process.env.CAPTIONS_MINUTES ?? 60)

/**
 * The whole way from samples to text in this process: voice activity, phrases, agreement, the model; with the weights that
 * browsers get, on one thread.
 */
describe('captions', () => {
  let models: Models
  let speech: ReturnType<typeof voices>
  beforeAll(async () => {
    speech = voices()
    models = await openModels()
  })

  test('words: the live pipeline beside the same model on each whole clip', async () => {
    const told: Told[] = []
    let work = 0
    let model = 0
    let heard = 0
    for (const [name, noisy] of [
      ['clean', false],
      [`noise at ${NOISE_DB} dB`, true],
    ] as const) {
      console.log(
        `\ncaptions, ${name}, at ${SPEEDS.join(', ')} times the speed (words wrong: live, whole clip, of so many)`,
      )
      const sum = { live: 0, whole: 0, words: 0, lost: 0, added: 0 }
      for (const { file, words, sound } of speech.clips) {
        const said = plainWords(words)
        const wrong = { live: 0, whole: 0 }
        for (const speed of SPEEDS) {
          const spoken = atSpeed(sound, speed)
          const inRoom = joined(silence(AROUND), spoken, silence(AROUND))
          const [clip, around] = [spoken, inRoom].map((s) =>
            noisy ? withNoise(s, speech.noise, NOISE_DB) : s,
          ) as [Float32Array, Float32Array]
          const live = await hearLive(models, around)
          const steps = align(said, plainWords(live.text))
          wrong.live += errorsIn(steps)
          wrong.whole += errorsIn(align(said, plainWords(await hearWhole(models, clip))))
          if (process.env.CAPTIONS_SHOW) console.log(`    ${live.text}`)
          sum.lost += phrasesIn(steps, 'lost')
          sum.added += phrasesIn(steps, 'added')
          told.push(...live.told)
          work += live.work
          model += live.model
          heard += seconds(around)
        }
        const all = said.length * SPEEDS.length
        print(`${file} (${seconds(sound).toFixed(0)} s)`, `${wrong.live}  ${wrong.whole}  /${all}`)
        sum.live += wrong.live
        sum.whole += wrong.whole
        sum.words += all
      }
      print('word error rate, live', `${((100 * sum.live) / sum.words).toFixed(1)} %`)
      print('word error rate, whole clip', `${((100 * sum.whole) / sum.words).toFixed(1)} %`)
      print('live ÷ whole', (sum.live / sum.whole).toFixed(2), 'aim ≤ 1.10')
      print('phrases lost / doubled', `${sum.lost} / ${sum.added}`, 'aim 0 / 0')
    }
    const own = told.map(({ after, model }) => after - model)
    console.log('\nwork')
    print(
      'pipeline without the models, each text, p95',
      `${percentile(own, 0.95).toFixed(1)} ms`,
      'aim ≤ 100 ms',
    )
    print('work per second of sound', `${(work / heard).toFixed(3)} s`)
    print('of it the models', `${(model / heard).toFixed(3)} s`)
  })

  test('words that nobody said', async () => {
    const random = seeded(4)
    const hum = silence(60).map(
      (_, i) => 0.02 * Math.sin((2 * Math.PI * 50 * i) / 16_000) + 0.004 * (random() - 0.5),
    )
    const repeated = joined(
      ...Array.from({ length: Math.ceil(60 / seconds(speech.noise)) }, () => speech.noise),
    )
    console.log('\nwords that nobody said, in a minute')
    for (const [name, sound] of [
      ['silence', silence(60)],
      ['mains hum and hiss', hum],
      ['noise.wav', repeated.slice(0, 60 * 16_000)],
      ['music', music(60)],
      ['a keyboard', keyboard(60)],
      ['laughter', laughter(60)],
    ] as const) {
      const { told, text } = await hearLive(models, sound)
      const flashed = told.filter(
        (event) => event.type === 'text' && !event.final && (event.agreed || event.tentative),
      )
      print(
        name,
        `${plainWords(text).length}`,
        `aim 0${flashed.length > 0 ? `; ${flashed.length} texts were shown and taken back` : ''}`,
      )
    }
  })

  test(
    'memory',
    async () => {
      const all = joined(...speech.clips.flatMap(({ sound }) => [sound, silence(1)]))
      const rounds = Math.ceil((MINUTES * 60) / seconds(all))
      console.log(`\nmemory of this process over ${MINUTES} minutes of speech (MB: all, JavaScript)`)
      const show = (minute: number) => {
        globalThis.gc?.()
        const { rss, heapUsed } = process.memoryUsage()
        print(
          `after ${minute.toFixed(0)} minutes`,
          `${(rss / 1e6).toFixed(0)}  ${(heapUsed / 1e6).toFixed(0)}`,
        )
      }
      show(0)
      const whole = joined(...Array.from({ length: 6 }, () => all))
      for (let round = 0; round < rounds; round += 6) {
        await hearLive(models, whole)
        show(((round + 6) * seconds(all)) / 60)
      }
    },
    60 * 60_000,
  )
})
