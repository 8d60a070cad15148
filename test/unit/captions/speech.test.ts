import { describe, expect, it, vi } from 'vitest'
import type { OfferedModel } from '../../../server/captions/contract.ts'
import type { CaptionEngine, Told } from '../../../web/captions/engine.ts'
import type { Here } from '../../../web/captions/engines/here.ts'
import { createSpeech, noSpeech } from '../../../web/captions/speech.ts'
import { createVoice, type Writing } from '../../../web/captions/voice.ts'

const model = (name: string, ...languages: string[]) =>
  ({ name, label: name, languages, bytes: 30e6 }) as unknown as OfferedModel
const OFFER = { models: [model('tiny', 'en'), model('base', 'en'), model('spanish', 'es')], onDevice: [] }
const SOUND = { id: 'microphone' } as MediaStreamTrack

/** Engines that note what is done with them; each says its last words when it is stopped. */
function createStage(language = 'en', metered = false) {
  const { promise: looked, resolve } = Promise.withResolvers<Here>()
  const done: string[] = []
  const told = new Map<string, Told>()
  const make = (id: string, bytes: number): CaptionEngine => ({
    id,
    languages: [],
    bytes,
    supported: () => true,
    prepare: async () => void done.push(`${id} prepares`),
    async start(_track, what) {
      done.push(`${id} listens`)
      told.set(id, what)
      return async () => {
        what.heard({ phrase: 1, agreed: `last words to ${id}`, tentative: '', final: true })
      }
    },
    close: () => void done.push(`${id} closes`),
  })
  const speech = createSpeech({
    language,
    model: undefined,
    look: () => looked,
  })
  const found: Here['make'] = (choice) =>
    choice.kind === 'model' ? make(choice.model.name, choice.model.bytes) : make('browser', 0)
  const heard: string[] = []
  const writings: Writing[] = []
  let sound: MediaStreamTrack | undefined = SOUND
  const voice = createVoice({
    engine: speech.own,
    sound: () => sound,
    mayFetch: () => !metered,
    tell: (writing) => writings.push(writing),
    heard: (_id, { agreed }) => heard.push(agreed),
  })
  speech.state.subscribe(voice.follow)
  return {
    speech,
    voice,
    done,
    heard,
    offer: () => resolve({ offer: OFFER, make: found, putRight: (text) => text }),
    now: () => writings.at(-1)?.how,
    writings,
    mute: () => {
      sound = undefined
      voice.follow()
    },
  }
}

describe('a device that only reads', () => {
  it('listens to nobody', async () => {
    const speech = noSpeech()
    await vi.waitFor(() => expect([speech.own(), speech.others()]).toEqual(['none', 'none']))
  })
})

describe('what there is to listen with', () => {
  it('is looked up when somebody is to be written down, and again when that failed', async () => {
    vi.useFakeTimers()
    const look = vi.fn(async (): Promise<Here> => Promise.reject(new Error('no network')))
    const speech = createSpeech({ language: 'en', model: undefined, look })
    expect(look).not.toHaveBeenCalled()
    speech.own()
    speech.others()
    expect(look).toHaveBeenCalledOnce()
    await vi.advanceTimersByTimeAsync(6000)
    expect(look).toHaveBeenCalledTimes(2)
    speech.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(look).toHaveBeenCalledTimes(2)
    vi.useRealTimers()
  })
})

describe('what listens to us', () => {
  it('waits until it is known what there is', async () => {
    const { voice, done, now, offer } = createStage()
    voice.follow()
    await vi.waitFor(() => expect(now()).toBe('loading'))
    expect(done).toEqual([])
    offer()
    await vi.waitFor(() => expect(now()).toBe('listening'))
    expect(done).toEqual(['tiny prepares', 'tiny listens'])
  })

  it('changes while somebody speaks: the first says its last words and ends, the next goes on', async () => {
    const { voice, done, heard, now, offer, speech } = createStage()
    offer()
    voice.follow()
    await vi.waitFor(() => expect(now()).toBe('listening'))
    speech.actions.use('base')
    await vi.waitFor(() => expect(done).toContain('base listens'))
    expect(heard).toEqual(['last words to tiny'])
    expect(done).toEqual(['tiny prepares', 'tiny listens', 'tiny closes', 'base prepares', 'base listens'])
  })

  it('is nothing for a language that nothing here writes, and is again when another is chosen', async () => {
    const { voice, done, now, offer, speech } = createStage('sv')
    offer()
    voice.follow()
    await vi.waitFor(() => expect(now()).toBe('unwritten'))
    expect([speech.own(), speech.spoken()]).toEqual(['none', undefined])
    speech.actions.speak('es')
    await vi.waitFor(() => expect(now()).toBe('listening'))
    expect(done).toEqual(['spanish prepares', 'spanish listens'])
    expect(speech.spoken()).toBe('es')
  })

  it('is another for voices that come in, when nothing writes our own language', async () => {
    const { offer, speech } = createStage('sv')
    expect(speech.others()).toBeUndefined()
    offer()
    await vi.waitFor(() => expect(speech.others()).toMatchObject({ id: 'tiny' }))
    speech.actions.speak('es')
    expect(speech.others()).toMatchObject({ id: 'spanish' })
  })

  it('keeps no other for voices that come in, once something writes our own language', async () => {
    const { speech, offer, done } = createStage('fr')
    speech.others()
    offer()
    await vi.waitFor(() => expect(speech.others()).toMatchObject({ id: 'tiny' }))
    const other = speech.others()
    const stop = typeof other === 'object' && (await other.start(SOUND, {} as Told).catch(() => undefined))
    speech.actions.speak('es')
    expect(speech.others()).toMatchObject({ id: 'spanish' })
    // it ends with the last one who listens with it
    expect(done).not.toContain('tiny closes')
    if (stop) await stop().catch(() => {})
    expect(done).toContain('tiny closes')
  })

  it('asks before it fetches over a line that is paid by the megabyte, and says how much', async () => {
    const { voice, writings, offer } = createStage('en', true)
    offer()
    voice.follow()
    await vi.waitFor(() => expect(writings.at(-1)).toEqual({ how: 'asking', bytes: 30e6 }))
  })

  it('ends with the room, also when it becomes known only then what there is', async () => {
    const { voice, done, now, offer, speech, mute } = createStage()
    offer()
    voice.follow()
    await vi.waitFor(() => expect(now()).toBe('listening'))
    mute()
    await vi.waitFor(() => expect(now()).toBe('off'))
    speech.close()
    expect(done.at(-1)).toBe('tiny closes')
    const late = createStage()
    expect(late.speech.own()).toBeUndefined()
    late.speech.close()
    late.offer()
    await Promise.resolve()
    expect(late.speech.own()).toBeUndefined()
  })
})
