import { describe, expect, it, vi } from 'vitest'
import type { CaptionEngine, Told } from '../../../web/captions/engine.ts'
import { createVoice, type Writing } from '../../../web/captions/voice.ts'

const trackOf = (id: string) => ({ id }) as MediaStreamTrack

/** An engine that notes what it listens to, and how the voice says it is written down. */
function createStage({ supported = true, mayFetch = true } = {}) {
  const stage = {
    sound: (): MediaStreamTrack | undefined => undefined,
    started: [] as string[],
    ended: [] as string[],
    prepared: 0,
    writing: [] as Writing['how'][],
    late: [] as true[],
    told: undefined as Told | undefined,
    opened: Promise.resolve(),
  }
  const engine: CaptionEngine = {
    id: 'test',
    languages: ['en'],
    // so that leave is asked for it
    bytes: 1,
    supported: () => supported,
    async prepare() {
      stage.prepared++
    },
    async start({ id }, told) {
      stage.started.push(id)
      stage.told = told
      await stage.opened
      return async () => void stage.ended.push(id)
    },
    close() {},
  }
  const voice = createVoice({
    engine: () => engine,
    sound: () => stage.sound(),
    mayFetch: () => mayFetch,
    tell(writing) {
      stage.writing.push(writing.how)
      if (writing.how === 'loading' && writing.late) stage.late.push(true)
    },
    heard() {},
  })
  return { stage, voice }
}

const turns = async (count: number) => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve))
}

describe('a voice', () => {
  it('is listened to from when it is there until it is gone', async () => {
    const { stage, voice } = createStage()
    stage.sound = () => undefined
    voice.follow()
    const one = trackOf('one')
    stage.sound = () => one
    voice.follow()
    await vi.waitFor(() => expect(stage.writing.at(-1)).toBe('listening'))
    stage.sound = () => undefined
    voice.follow()
    await vi.waitFor(() => expect(stage.writing.at(-1)).toBe('off'))
    expect([stage.started, stage.ended]).toEqual([['one'], ['one']])
  })

  it('that changes while it is being taken up is followed after that', async () => {
    const { stage, voice } = createStage()
    const [one, two] = [trackOf('one'), trackOf('two')]
    stage.sound = () => one
    voice.follow()
    stage.sound = () => two
    voice.follow()
    await vi.waitFor(() => expect(stage.started).toEqual(['one', 'two']))
    expect(stage.ended).toEqual(['one'])
  })

  it('that is another object each time it is asked for is taken up once for each change, not without end', async () => {
    const { stage, voice } = createStage()
    stage.sound = () => trackOf('new')
    voice.follow()
    await turns(50)
    expect(stage.started.length).toBeLessThanOrEqual(2)
    voice.follow()
    await turns(50)
    expect(stage.started.length).toBeLessThanOrEqual(4)
    await voice.close()
    expect(stage.ended).toHaveLength(stage.started.length)
  })

  it('that is still not written down after two seconds is said to be late, until it is', async () => {
    vi.useFakeTimers()
    const { stage, voice } = createStage()
    const { promise, resolve } = Promise.withResolvers<void>()
    stage.opened = promise
    voice.prepare()
    await vi.advanceTimersByTimeAsync(10_000)
    const one = trackOf('one')
    stage.sound = () => one
    voice.follow()
    await vi.advanceTimersByTimeAsync(1900)
    expect(stage.late).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(stage.late).toEqual([true])
    resolve()
    await vi.advanceTimersByTimeAsync(0)
    expect(stage.writing.at(-1)).toBe('listening')
    // and one that is over says nothing any more
    await voice.close()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(stage.late).toEqual([true])
    vi.useRealTimers()
  })

  it('is tried again by itself where an engine could not begin, until the microphone is off', async () => {
    vi.useFakeTimers()
    const { stage, voice } = createStage()
    const one = trackOf('one')
    stage.sound = () => one
    stage.opened = Promise.reject(new Error('no network'))
    stage.opened.catch(() => {})
    voice.follow()
    await vi.advanceTimersByTimeAsync(0)
    expect(stage.writing.at(-1)).toBe('broken')
    const until = stage.writing.length
    await vi.advanceTimersByTimeAsync(6000)
    expect(stage.started).toEqual(['one', 'one'])
    stage.opened = Promise.resolve()
    await vi.advanceTimersByTimeAsync(6000)
    // nobody is told in between that it listens, or is about to
    expect(new Set(stage.writing.slice(until, -1))).toEqual(new Set(['broken']))
    expect(stage.writing.at(-1)).toBe('listening')
    stage.opened = Promise.reject(new Error('no network'))
    stage.opened.catch(() => {})
    const two = trackOf('two')
    stage.sound = () => two
    voice.follow()
    await vi.advanceTimersByTimeAsync(0)
    stage.sound = () => undefined
    voice.follow()
    await vi.advanceTimersByTimeAsync(20_000)
    expect([stage.writing.at(-1), stage.started]).toEqual(['off', ['one', 'one', 'one', 'two']])
    vi.useRealTimers()
  })

  it('is impossible to write down where the engine cannot run, and nothing is fetched for it', async () => {
    const { stage, voice } = createStage({ supported: false })
    voice.prepare()
    expect([stage.writing.at(-1), stage.prepared]).toEqual(['impossible', 0])
    const one = trackOf('one')
    stage.sound = () => one
    voice.follow()
    await turns(5)
    expect([stage.writing.at(-1), stage.prepared, stage.started]).toEqual(['impossible', 0, []])
  })

  it('is not fetched for without leave, until that is given', async () => {
    const { stage, voice } = createStage({ mayFetch: false })
    voice.prepare()
    expect([stage.writing.at(-1), stage.prepared]).toEqual(['asking', 0])
  })
})
