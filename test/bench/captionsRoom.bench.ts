import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, test } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { demoPaths, signInToDemo } from '../support/demo.ts'
import { type Service, startService } from '../support/service.ts'
import { percentile, print, voices } from './captions/report.ts'
import { joined, RATE, silence, speechIn, writeWav } from './captions/sounds.ts'
import { plainWords } from './captions/wordErrors.ts'

/** The device is opened, the room and the model are ready, and the noise suppression has settled. */
const BEFORE = 12
const BETWEEN = 2.5
const ROUNDS = 3
/** Letters at the end of all that is shown: the sentence that is being said, and a little of the one before. */
const NEWEST = 60
/** A sharp beginning, by which the speaker's page says when the sound began. */
const MARK = 0.05
const MARK_AT = 2

type Snapshot = { at: number; text: string; final: string }

/** Runs in the speaker's page: notes when the mark came in through the microphone, in milliseconds since the epoch. */
function watchMark(): void {
  const { mediaDevices } = navigator
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = async (wish) => {
    const stream = await getUserMedia(wish)
    if (!wish?.audio) return stream
    const context = new AudioContext()
    const analyser = new AnalyserNode(context, { fftSize: 4096 })
    context.createMediaStreamSource(stream).connect(analyser)
    const wave = new Float32Array(analyser.fftSize)
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(wave)
      const first = wave.findIndex((x) => Math.abs(x) > 0.05)
      if (first === -1) return
      const ago = ((wave.length - first) / context.sampleRate) * 1000
      Object.assign(globalThis, { marked: performance.timeOrigin + performance.now() - ago })
      clearInterval(timer)
      void context.close()
    }, 20)
    return stream
  }
}

/** Runs in the reader's page: what the bar shows each time it has changed, once that is painted. */
function watchBar(): void {
  const all: Snapshot[] = []
  Object.assign(globalThis, { snapshots: all })
  const bar = document.querySelector('section[aria-label="Captions"]')
  if (!bar) throw new Error('no captions')
  new MutationObserver(() =>
    requestAnimationFrame(() =>
      setTimeout(() => {
        const text = bar.textContent ?? ''
        const copy = bar.cloneNode(true) as Element
        for (const part of copy.querySelectorAll('[class*=tentative]')) part.remove()
        all.push({ at: performance.timeOrigin + performance.now(), text, final: copy.textContent ?? '' })
      }),
    ),
  ).observe(bar, { subtree: true, childList: true, characterData: true })
}

type Trace = {
  traceEvents: {
    name: string
    ph: string
    pid: number
    tid: number
    dur?: number
    tdur?: number
    args?: { name?: string }
  }[]
}

/** Milliseconds that each task of a page took: by the clock, and of the processor. */
function tasksIn(trace: Buffer): { clock: number; processor: number }[] {
  const { traceEvents }: Trace = JSON.parse(trace.toString())
  const thread = ({ pid, tid }: { pid: number; tid: number }) => `${pid} ${tid}`
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(thread),
  )
  return traceEvents
    .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && mains.has(thread(event)))
    .map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, processor: tdur / 1000 }))
}
const read = <T>(page: Page, name: string) =>
  page.evaluate((key) => (globalThis as unknown as Record<string, unknown>)[key] as never, name) as Promise<T>

/** One speaker, whose microphone plays `sound`, and one reader; both in a Chromium of their own, with a real server. */
async function meet(service: Service, sound: Float32Array, captions: boolean) {
  const dir = mkdtempSync(join(tmpdir(), 'hearthside-bench-'))
  const file = join(dir, 'speech.wav')
  writeWav(file, sound)
  const speaking = await startBrowser([`--use-file-for-fake-audio-capture=${file}%noloop`])
  const reading = await startBrowser()
  const enter = async (browser: typeof speaking, name: 'Wren' | 'Tove', own: boolean) => {
    const { context, page } = await signInToDemo(browser, service, name, { captions: own })
    await page.addInitScript(watchMark)
    await page.goto(`${(await demoPaths(context)).open}/room`)
    if (own) await page.getByText('Getting ready to write down').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Come in' }).click()
    await page.getByText(`${name} (you)`).waitFor()
    return page
  }
  const reader = await enter(reading, 'Tove', false)
  const speaker = await enter(speaking, 'Wren', captions)
  await reader.evaluate(watchBar)
  await speaker.getByRole('button', { name: 'Unmute me' }).click()
  await speaker.waitForFunction(() => 'marked' in globalThis, undefined, { timeout: 30_000 })
  const marked = await read<number>(speaker, 'marked')
  const began = marked - MARK_AT * 1000
  const until = (seconds: number) =>
    new Promise((resolve) => setTimeout(resolve, began + seconds * 1000 - Date.now()))
  await until(BEFORE - 1)
  const both = [
    [speaking, speaker],
    [reading, reader],
  ] as const
  for (const [browser, page] of both) await browser.startTracing(page, { categories: ['toplevel'] })
  await until(sound.length / RATE + 3)
  const traces = []
  for (const [browser] of both) traces.push(await browser.stopTracing())
  const [speakers = [], readers = []] = traces.map(tasksIn)
  const snapshots = await read<Snapshot[]>(reader, 'snapshots')
  await Promise.all([speaking.close(), reading.close()])
  rmSync(dir, { recursive: true, force: true })
  return { began, snapshots, tasks: { speaker: speakers, reader: readers } }
}

/**
 * From the end of a word in the speaker's microphone to its paint in another browser: two Chromium on this machine, its
 * clock, our server and a real livekit-server between them. The end of a sentence's last word is where its sound ends;
 * the ends of the others are estimated by their share of its letters. `tentative` is a word's first appearance, `final`
 * when all of its sentence stays.
 */
describe('captions in a room', () => {
  test('end of a word to its paint elsewhere; long tasks with captions and without', async () => {
    const clips = voices().clips.filter(({ sound }) => sound.length < 8 * RATE)
    const mark = silence(MARK).map((_, i) => 0.9 * Math.sin((2 * Math.PI * 1000 * i) / RATE))
    const parts: Float32Array[] = [silence(MARK_AT), mark, silence(BEFORE - MARK_AT - MARK)]
    const ends: { word: string; last: boolean; at: number }[] = []
    let at = BEFORE
    let before: readonly string[] = []
    for (const { words, sound } of Array.from({ length: ROUNDS }, () => clips).flat()) {
      const [start, stop] = speechIn(sound)
      const said = plainWords(words)
      const letters = (all: readonly string[]) => all.join(' ').length
      for (const [i, word] of said.entries()) {
        // the same word a little earlier would be taken for this one
        if (said.indexOf(word) !== i || before.includes(word)) continue
        const share = letters(said.slice(0, i + 1)) / letters(said)
        ends.push({ word, last: i === said.length - 1, at: at + start + share * (stop - start) })
      }
      before = said
      parts.push(sound, silence(BETWEEN))
      at += sound.length / RATE + BETWEEN
    }
    const sound = joined(...parts)
    const service = await startService({ flags: ['--demo'] })
    const on = await meet(service, sound, true)
    await service.stop()
    const again = await startService({ flags: ['--demo'] })
    const off = await meet(again, sound, false)
    await again.stop()

    const within: number[] = []
    const last: number[] = []
    const final: number[] = []
    for (const end of ends) {
      const spoken = on.began + end.at * 1000
      const near = on.snapshots.filter((s) => s.at > spoken - 2000 && s.at < spoken + 8000)
      const has = (text: string) => plainWords(text.slice(-NEWEST)).includes(end.word)
      const first = near.find((s) => has(s.text))
      const whole = near.find((s) => has(s.final))
      if (first) (end.last ? last : within).push(first.at - spoken)
      if (whole && end.last) final.push(whole.at - spoken)
    }
    const ms = (x: number) => `${x.toFixed(0)} ms`
    const found = within.length + last.length
    console.log(`\nend of a word → painted in another browser (${found} of ${ends.length} words found)`)
    print('tentative, words within a sentence, p50', ms(percentile(within, 0.5)), 'aim ≤ 1000 ms')
    print('tentative, words within a sentence, p95', ms(percentile(within, 0.95)))
    print('tentative, last words, p50', ms(percentile(last, 0.5)), 'aim ≤ 1000 ms')
    print('tentative, last words, p95', ms(percentile(last, 0.95)))
    print('final, p50', ms(percentile(final, 0.5)))
    print('final, p95', ms(percentile(final, 0.95)), 'aim ≤ 3000 ms')
    console.log(`\nthe main thread in ${(at - BEFORE).toFixed(0)} s of talking: with captions, without`)
    for (const who of ['speaker', 'reader'] as const) {
      const [one, other] = [on.tasks[who], off.tasks[who]]
      const most = (all: typeof one) => ms(Math.max(...all.map(({ processor }) => processor)))
      const long = (all: typeof one, by: 'clock' | 'processor') => all.filter((task) => task[by] > 50).length
      print(
        `${who}, tasks of over 50 ms of the processor`,
        `${long(one, 'processor')}  ${long(other, 'processor')}`,
        'aim 0',
      )
      print(`${who}, the longest of them`, `${most(one)}  ${most(other)}`)
      print(
        `${who}, over 50 ms by the clock, also waiting for a processor`,
        `${long(one, 'clock')}  ${long(other, 'clock')}`,
      )
    }
  })
})
