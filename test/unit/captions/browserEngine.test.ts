import { describe, expect, it, vi } from 'vitest'
import type { Phrase } from '../../../web/captions/engine.ts'
import {
  createBrowserEngine,
  localRecognition,
  onDeviceLanguages,
  type Recognition,
} from '../../../web/captions/engines/browser.ts'

const SOUND = { id: 'microphone' } as MediaStreamTrack
type Results = { isFinal: boolean; text: string }[]

/** As the Web Speech API says that it should be: no Chromium that runs the tests has recognition on the device. */
function createFake(states: Record<string, string> = {}) {
  const made: InstanceType<typeof Fake>[] = []
  const asked: unknown[] = []
  class Fake {
    lang = ''
    continuous = false
    interimResults = false
    onresult: ((event: object) => void) | null = null
    onerror: ((event: { error: string }) => void) | null = null
    onend: (() => void) | null = null
    onstart: (() => void) | null = null
    started: unknown
    #local = false
    constructor() {
      made.push(this)
    }
    get processLocally() {
      return this.#local
    }
    set processLocally(local: boolean) {
      this.#local = local
    }
    start(track?: MediaStreamTrack) {
      this.started = { track, lang: this.lang, local: this.#local }
      this.onstart?.()
    }
    stop() {
      this.onend?.()
    }
    abort() {}
    hear(resultIndex: number, results: Results) {
      const list = results.map(({ isFinal, text }) => ({ isFinal, 0: { transcript: text } }))
      this.onresult?.({ resultIndex, results: list })
    }
    static available = async (what: { langs: string[] }) => {
      asked.push(what)
      return states[what.langs[0] ?? ''] ?? 'unavailable'
    }
    static install = async (what: object) => {
      asked.push(what)
      return true
    }
  }
  return { Fake, recognition: Fake as unknown as Recognition, made, asked }
}

describe('a browser’s own recognition (a stand-in for it, made after its specification)', () => {
  it('is used only where it can be told to stay on the device', () => {
    const { Fake } = createFake()
    expect(localRecognition({ SpeechRecognition: Fake })).toBe(Fake)
    const Sends = Object.assign(function Sends() {}, { available: Fake.available, install: Fake.install })
    class Cannot extends Fake {
      static override available = undefined as never
    }
    expect(localRecognition({ SpeechRecognition: Sends })).toBeUndefined()
    expect(localRecognition({ SpeechRecognition: Cannot })).toBeUndefined()
    expect(localRecognition({ webkitSpeechRecognition: Fake })).toBeUndefined()
    expect(localRecognition({})).toBeUndefined()
  })

  it('offers the languages that are on the device or can be fetched to it, and asks for nothing else', async () => {
    const { recognition, asked } = createFake({
      'de-AT': 'available',
      'de-DE': 'available',
      fr: 'downloadable',
      it: 'anything new',
    })
    const found = await onDeviceLanguages(['de-AT', 'de-DE', 'fr', 'it', 'sv'], recognition)
    expect([...found]).toEqual([
      ['de', { tag: 'de-AT', here: true }],
      ['fr', { tag: 'fr', here: false }],
    ])
    expect(asked).toContainEqual({ langs: ['fr'], processLocally: true })
    expect(asked.every((what) => (what as { processLocally: boolean }).processLocally)).toBe(true)
    expect([...(await onDeviceLanguages(['de'], undefined))]).toEqual([])
  })

  it('listens to the track on the device, phrase by phrase, and goes on after the browser has ended it', async () => {
    const { recognition, made } = createFake()
    const engine = createBrowserEngine({ tag: 'de-AT', here: true }, recognition)
    expect(engine).toMatchObject({ languages: ['de'], bytes: 0 })
    const heard: Phrase[] = []
    const broken: boolean[] = []
    const stop = await engine.start(SOUND, {
      heard: (phrase) => heard.push(phrase),
      slow: () => {},
      understood: () => {},
      broken: (is) => broken.push(is),
    })
    const [first] = made
    expect(first?.started).toEqual({ track: SOUND, lang: 'de-AT', local: true })
    expect(first).toMatchObject({ continuous: true, interimResults: true })
    first?.hear(0, [{ isFinal: false, text: ' Guten' }])
    first?.hear(0, [{ isFinal: true, text: 'Guten Abend' }])
    first?.hear(1, [
      { isFinal: true, text: 'Guten Abend' },
      { isFinal: false, text: 'ich' },
    ])
    first?.onerror?.({ error: 'no-speech' })
    first?.onend?.()
    await expect.poll(() => made).toHaveLength(2)
    expect(broken).not.toContain(true)
    made[1]?.hear(0, [{ isFinal: true, text: 'bin da' }])
    expect(heard.map(({ phrase, agreed, tentative, final }) => [phrase, agreed, tentative, final])).toEqual([
      [0, '', 'Guten', false],
      [0, 'Guten Abend', '', true],
      [1, '', 'ich', false],
      [2, 'bin da', '', true],
    ])
    made[1]?.onerror?.({ error: 'language-not-supported' })
    expect(broken.at(-1)).toBe(true)
    await stop()
    expect(made).toHaveLength(2)
  })

  it('is fetched first where it has to be, and is not used when that fails', async () => {
    const { recognition, asked, made, Fake } = createFake()
    const engine = createBrowserEngine({ tag: 'fr', here: false }, recognition)
    expect(engine.bytes).toBeUndefined()
    await engine.prepare(() => {})
    expect(asked).toEqual([{ langs: ['fr'], processLocally: true }])
    Fake.install = async () => false
    const other = createBrowserEngine({ tag: 'fr', here: false }, recognition)
    await expect(other.prepare(() => {})).rejects.toThrow('could not be installed')
    const broken = vi.fn()
    const told = { heard: () => {}, slow: () => {}, understood: () => {}, broken }
    const stop = await other.start(SOUND, told)
    expect(broken).toHaveBeenCalledWith(true)
    expect(made).toEqual([])
    await stop()
  })
})
