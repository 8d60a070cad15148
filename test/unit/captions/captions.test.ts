import { describe, expect, it, vi } from 'vitest'
import { createCaptions } from '../../../web/captions/captions.ts'
import type { Circle, Message } from '../../../web/captions/channel.ts'
import type { CaptionEngine, Told } from '../../../web/captions/engine.ts'
import { putNamesRight } from '../../../web/captions/names.ts'
import { createSpeech } from '../../../web/captions/speech.ts'
import { TOPIC as SUPPLY } from '../../../web/captions/supply.ts'
import { putTermsRight } from '../../../web/captions/terms.ts'
import { type Attributes, fromWire, TOPIC, toAttributes } from '../../../web/captions/wire.ts'

const person = (identity: string, seat: number, role = 'member') => ({
  identity,
  role,
  pseudonym: `name of ${identity}`,
  seat,
  micTrack: `TR_${identity}` as string | undefined,
  lost: false,
})

const SOUND = { id: 'sound of ann' } as MediaStreamTrack

type Stage = ReturnType<typeof createStage>['stage']

const turns = async (count: number) => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve))
}

/** A room with us, Ann and two captioners in it, and an engine, that do what a test says. */
function createStage(myRole = 'member') {
  const readers = new Map<string, (message: Message) => void>()
  const stage = {
    offline: false,
    people: [
      person('me', 0, myRole),
      { ...person('ann', 1), pseudonym: 'Tove' },
      person('cap', 2, 'captioner'),
      person('cup', 3, 'captioner'),
    ],
    screens: [] as string[],
    sent: [] as {
      topic: string
      text: string
      attributes: Attributes
      to: readonly string[] | undefined
    }[],
    /** tracks that are listened to */
    heard: [] as string[],
    told: undefined as Told | undefined,
    engineOpen: true,
    microphone: undefined as MediaStreamTrack | undefined,
    /** the engine has all that it needs */
    ready: Promise.resolve(),
    changed: () => {},
    end: () => {},
    micTaken() {
      stage.people = stage.people.map((p) => (p.identity === 'me' ? { ...p, micTrack: undefined } : p))
      stage.changed()
    },
    come: (topic: string, sender: string, text: string, attributes = {}) =>
      readers.get(topic)?.({ sender, attributes, read: async () => text }),
  }
  const circle: Circle = {
    now: () => ({
      you: 'me',
      people: stage.people,
      screens: stage.screens,
      microphone: stage.microphone,
    }),
    soundOf: (identity) => (identity === 'ann' ? SOUND : undefined),
    onChange(changed) {
      stage.changed = changed
      return () => {}
    },
    async send(topic, text, attributes, to) {
      if (stage.offline) throw new Error('not connected')
      stage.sent.push({ topic, text, attributes, to })
    },
    onText(topic, came) {
      readers.set(topic, came)
      return () => readers.delete(topic)
    },
    onEnd(then) {
      stage.end = then
    },
  }
  const engine: CaptionEngine = {
    id: 'test',
    languages: ['en'],
    bytes: 0,
    supported: () => true,
    prepare: async () => {},
    async start({ id }, told) {
      stage.told = told
      stage.heard.push(id)
      await stage.ready
      return async () => {
        stage.heard = stage.heard.filter((other) => other !== id)
      }
    },
    close() {
      stage.engineOpen = false
    },
  }
  const speech = createSpeech({
    language: 'en',
    model: undefined,
    look: async () => ({
      offer: { models: [], onDevice: ['en'] },
      make: () => engine,
      putRight: (text, { names, topic }) => putTermsRight(putNamesRight(text, names), topic),
    }),
  })
  const captions = createCaptions({
    circle,
    topic: 'grief',
    speech,
    translation: undefined,
    wanted: true,
    metered: () => false,
    now: Date.now,
  })
  return { stage, captions, texts: () => captions.state.getState().segments.map((s) => s.text) }
}

describe('captions of a room', () => {
  it('show what was typed once it has gone out, and not before', async () => {
    const { stage, captions, texts } = createStage()
    stage.offline = true
    await expect(captions.actions.type('Hello')).rejects.toThrow()
    expect(texts()).toEqual([])
    stage.offline = false
    await captions.actions.type('Hello')
    expect(texts()).toEqual(['Hello'])
    stage.offline = true
    const [key = ''] = captions.state.getState().segments.map((s) => s.key)
    await expect(captions.actions.fix(key, 'Goodbye')).rejects.toThrow()
    expect(texts()).toEqual(['Hello'])
  })

  it('end with the room: nothing of what was said is kept, and nothing listens any more', async () => {
    const { stage, captions, texts } = createStage()
    await captions.actions.type('Hello')
    stage.come(SUPPLY, 'ann', 'unable')
    await vi.waitFor(() => expect(captions.state.getState().others.get('ann')).toBe('unable'))
    captions.actions.hearHere('ann', true)
    await vi.waitFor(() => expect(stage.heard).toEqual(['sound of ann']))
    stage.end()
    expect(texts()).toEqual([])
    await vi.waitFor(() => expect([stage.heard, stage.engineOpen]).toEqual([[], false]))
    stage.come(
      TOPIC,
      'ann',
      'More',
      toAttributes({ id: '1', kind: 'typed', text: '', agreed: 0, final: true }),
    )
    await Promise.resolve()
    expect(texts()).toEqual([])
  })

  it('have the names of those who are here put right, in what is agreed too', async () => {
    const { stage, captions } = createStage()
    stage.come(SUPPLY, 'ann', 'unable')
    await vi.waitFor(() => expect(captions.state.getState().others.get('ann')).toBe('unable'))
    captions.actions.hearHere('ann', true)
    await vi.waitFor(() => expect(stage.told).toBeDefined())
    stage.told?.heard({ phrase: 1, agreed: 'I am Tova', tentative: 'and this is', final: false })
    const [segment] = captions.state.getState().segments
    expect(segment).toMatchObject({ text: 'I am Tove and this is', agreed: 'I am Tove'.length })
    stage.told?.heard({ phrase: 1, agreed: 'I am Tova and this miss', tentative: 'carriage', final: false })
    expect(captions.state.getState().segments[0]).toMatchObject({
      text: 'I am Tove and this miscarriage',
      agreed: 'I am Tove and this '.length,
    })
  })

  it('write nobody down here who does not want to be, or who does it again themselves', async () => {
    for (const supply of ['off', 'on']) {
      const { stage, captions } = createStage()
      stage.come(SUPPLY, 'ann', 'unable')
      await vi.waitFor(() => expect(captions.state.getState().others.get('ann')).toBe('unable'))
      captions.actions.hearHere('ann', true)
      await vi.waitFor(() => expect(stage.heard).toEqual(['sound of ann']))
      stage.come(SUPPLY, 'ann', supply)
      await vi.waitFor(() => expect(stage.heard).toEqual([]))
    }
  })

  it('tell everyone who is here how our words come, and nobody twice', async () => {
    const { stage, captions } = createStage()
    expect(stage.sent).toEqual([{ topic: SUPPLY, text: 'on', attributes: {}, to: ['ann', 'cap', 'cup'] }])
    stage.changed()
    captions.actions.want(false)
    stage.changed()
    expect(stage.sent.map(({ text }) => text)).toEqual(['on', 'off'])
  })

  it('keep the first words of somebody who has only just come in, and none of a stranger’s', async () => {
    vi.useFakeTimers()
    const { stage, texts } = createStage()
    const typed = (id: string) => toAttributes({ id, kind: 'typed', text: '', agreed: 0, final: true })
    stage.come(TOPIC, 'bea', 'Good evening.', typed('1'))
    stage.come(TOPIC, 'eve', 'I am nobody.', typed('2'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(texts()).toEqual([])
    stage.people = [...stage.people, person('bea', 4)]
    stage.changed()
    expect(texts()).toEqual(['Good evening.'])
    await vi.advanceTimersByTimeAsync(5000)
    stage.people = [...stage.people, person('eve', 5)]
    stage.changed()
    expect(texts()).toEqual(['Good evening.'])
    vi.useRealTimers()
  })

  it('end a line whose rest never comes, as after a reload, once a later one of the same person is whole', async () => {
    const { stage, captions } = createStage()
    const voice = (id: string, final: boolean) =>
      toAttributes({ id, kind: 'voice', text: '', agreed: 6, final, track: 'TR_ann' })
    const lines = () => captions.state.getState().segments.map(({ text, final }) => [text, final])
    stage.come(TOPIC, 'ann', 'I went tomorrow', voice('1', false))
    stage.come(TOPIC, 'ann', 'And then', voice('2', false))
    await vi.waitFor(() => expect(lines()).toHaveLength(2))
    expect(lines()).toEqual([
      ['I went tomorrow', false],
      ['And then', false],
    ])
    stage.come(TOPIC, 'ann', 'And then I left.', voice('2', true))
    await vi.waitFor(() =>
      expect(lines()).toEqual([
        ['I went', true],
        ['And then I left.', true],
      ]),
    )
  })

  it('end a line whose speaker’s microphone was taken, as by a facilitator: its last words can come no more', async () => {
    const { stage, captions } = createStage()
    const line = {
      id: 'a',
      kind: 'voice',
      text: 'I was in the',
      agreed: 8,
      final: false,
      track: 'TR_ann',
    } as const
    await stage.come(TOPIC, 'ann', line.text, toAttributes(line))
    await turns(5)
    stage.people = stage.people.map((p) => (p.identity === 'ann' ? { ...p, micTrack: undefined } : p))
    stage.changed()
    expect(captions.state.getState().segments).toMatchObject([{ text: 'I was in', final: true }])
  })

  it('keep a line open whose speaker’s connection is away, or ours: its last words come afterwards', async () => {
    const { stage, captions, texts } = createStage()
    const line = { id: 'a', kind: 'voice', text: 'I', agreed: 0, final: false, track: 'TR_ann' } as const
    await stage.come(TOPIC, 'ann', line.text, toAttributes(line))
    await turns(5)
    const there = stage.people
    stage.people = there.map((p) => (p.identity === 'ann' ? { ...p, micTrack: undefined, lost: true } : p))
    stage.changed()
    stage.people = there
    stage.changed()
    const whole = { ...line, text: 'I was in the garden.', final: true }
    await stage.come(TOPIC, 'ann', whole.text, toAttributes(whole))
    await vi.waitFor(() => expect(texts()).toEqual(['I was in the garden.']))
    expect(captions.state.getState().segments).toMatchObject([{ final: true, corrected: false }])
  })

  it('keep what somebody who has only just come in says of theirs', async () => {
    const { stage, captions } = createStage()
    stage.come(SUPPLY, 'bea', 'off')
    await turns(5)
    expect(captions.state.getState().others.get('bea')).toBe(undefined)
    stage.people = [...stage.people, person('bea', 4)]
    stage.changed()
    expect(captions.state.getState().others.get('bea')).toBe('off')
  })

  it('tell everyone that nothing of us is written down while what is needed for it does not come', async () => {
    vi.useFakeTimers()
    const { stage } = createStage()
    const { promise, resolve } = Promise.withResolvers<void>()
    stage.ready = promise
    stage.microphone = { id: 'our sound' } as MediaStreamTrack
    stage.changed()
    await vi.advanceTimersByTimeAsync(3000)
    expect(stage.sent.map(({ text }) => text)).toEqual(['on', 'unable'])
    resolve()
    await vi.advanceTimersByTimeAsync(0)
    expect(stage.sent.map(({ text }) => text)).toEqual(['on', 'unable', 'on'])
    vi.useRealTimers()
  })

  it('tell a second screen how our words come, as soon as it reads along', () => {
    const { stage } = createStage()
    stage.screens = ['screen of ann']
    stage.changed()
    expect(stage.sent.at(-1)).toMatchObject({ topic: SUPPLY, text: 'on', to: ['screen of ann'] })
  })
})

describe('a line of one’s own speech', () => {
  const said = toAttributes({ id: 'v', kind: 'voice', text: '', agreed: 0, final: true, track: 'TR_me' })
  const shown = ({ captions }: ReturnType<typeof createStage>) =>
    captions.state.getState().segments.map(({ kind, text, corrected }) => [kind, text, corrected])

  it.each([
    ['also without a microphone, as after a new connection', (stage: Stage) => stage.micTaken()],
    ['also while a captioner writes', (stage: Stage) => stage.come(SUPPLY, 'cap', 'on')],
  ])('is put right for everybody, %s', async (_, happens) => {
    const world = createStage()
    const { stage, captions } = world
    stage.come(TOPIC, 'me', 'My grarden.', said)
    await vi.waitFor(() => expect(shown(world)).toEqual([['voice', 'My grarden.', false]]))
    happens(stage)
    await turns(5)
    await captions.actions.fix('me/v', 'My garden.')
    expect(shown(world)).toEqual([['voice', 'My garden.', true]])
    // and the others read it by the same rules
    const { text, attributes } = stage.sent.at(-1) ?? {}
    expect(fromWire('me', text ?? '', attributes ?? {}, stage.people)).toMatchObject({
      key: 'me/v',
      text: 'My garden.',
      final: true,
    })
  })

  it('is not another’s that was written down here: that is put right for nobody, and goes to nobody', async () => {
    const { stage, captions } = createStage()
    stage.come(SUPPLY, 'ann', 'unable')
    await vi.waitFor(() => expect(captions.state.getState().others.get('ann')).toBe('unable'))
    captions.actions.hearHere('ann', true)
    await vi.waitFor(() => expect(stage.told).toBeDefined())
    stage.told?.heard({ phrase: 1, agreed: 'The lake.', tentative: '', final: true })
    const [segment] = captions.state.getState().segments
    expect(segment).toMatchObject({ kind: 'heard', speaker: 'ann' })
    const before = stage.sent.length
    await expect(captions.actions.fix(segment?.key ?? '', 'The shop.')).rejects.toThrow()
    expect(stage.sent).toHaveLength(before)
  })
})

describe('lines of the scene that the circle is in', () => {
  const line = { id: '1/come/0', speaker: 'ana', name: 'Ana', seat: 0, text: 'I come in.', language: 'en' }

  it('stand among what is said, under who says them there, once however often they are told', async () => {
    const { stage, captions, texts } = createStage()
    await captions.actions.type('Ready?')
    const before = stage.sent.length
    for (let i = 0; i < 3; i++) captions.actions.narrate(line)
    captions.actions.narrate({ ...line, id: '1/come/1', speaker: '', name: 'Small', text: '[a door]' })
    expect(texts()).toEqual(['Ready?', 'I come in.', '[a door]'])
    expect(captions.state.getState().segments[1]).toMatchObject({ kind: 'scene', name: 'Ana', final: true })
    stage.changed()
    expect(texts()).toEqual(['Ready?', 'I come in.', '[a door]'])
    // they go to nobody, and nobody can put them right
    expect(stage.sent).toHaveLength(before)
    await expect(captions.actions.fix('scene/1/come/0', 'I go.')).rejects.toThrow()
  })

  it('come from this page alone: what anybody sends as one is none', () => {
    const { stage, captions, texts } = createStage()
    captions.actions.narrate(line)
    stage.come(TOPIC, 'ann', 'I fall.', { 'lk.segment_id': '1/come/0', 'hearthside.kind': 'scene' })
    expect(texts()).toEqual(['I come in.'])
  })
})

describe('captions while a captioner writes', () => {
  const voice = (text: string, final: boolean, id = 'v') => ({
    ...toAttributes({ id, kind: 'voice', text, agreed: 4, final, track: 'TR_ann' }),
  })
  const line = (final: boolean) => ({
    ...toAttributes({ id: 'l', kind: 'captioner', text: '', agreed: 7, final, speaker: 'ann' }),
  })
  const shown = ({ captions }: ReturnType<typeof createStage>) =>
    captions.state.getState().segments.map((s) => `${s.speaker}: ${s.text}${s.final ? '' : ' …'}`)

  it('are theirs alone: what models hear is not shown, and what they heard before is ended', async () => {
    const world = createStage()
    const { stage, texts } = world
    stage.come(TOPIC, 'ann', 'I wet to', voice('', false))
    await vi.waitFor(() => expect(shown(world)).toEqual(['ann: I wet to …']))
    stage.come(SUPPLY, 'cap', 'on')
    await vi.waitFor(() => expect(shown(world)).toEqual(['ann: I we']))
    stage.come(TOPIC, 'ann', 'I wet to the lake.', voice('', true))
    stage.come(TOPIC, 'ann', 'Too.', voice('', true, 'w'))
    stage.come(TOPIC, 'cap', 'I went to the lake.', line(true))
    await vi.waitFor(() => expect(texts()).toContain('I went to the lake.'))
    expect(shown(world)).toEqual(['ann: I we', 'ann: I went to the lake.'])
  })

  it('come by machine again when they stop, or are gone', async () => {
    for (const ends of ['stops', 'goes']) {
      const world = createStage()
      const { stage, captions, texts } = world
      stage.come(SUPPLY, 'cap', 'on')
      await vi.waitFor(() => expect(captions.state.getState().onAir).toBe('cap'))
      if (ends === 'stops') stage.come(SUPPLY, 'cap', 'off')
      else {
        stage.people = stage.people.filter((one) => one.identity !== 'cap')
        stage.changed()
      }
      await vi.waitFor(() => expect(captions.state.getState().onAir).toBe(undefined))
      stage.come(TOPIC, 'ann', 'By machine.', voice('', true))
      await vi.waitFor(() => expect(texts()).toEqual(['By machine.']))
    }
  })

  it('are the last one’s who said so, and a line of the one before is ended', async () => {
    const world = createStage()
    const { stage, captions } = world
    stage.come(SUPPLY, 'cap', 'on')
    stage.come(TOPIC, 'cap', 'I went to', line(false))
    await vi.waitFor(() => expect(shown(world)).toEqual(['ann: I went to …']))
    stage.come(SUPPLY, 'cup', 'on')
    await vi.waitFor(() => expect(captions.state.getState().onAir).toBe('cup'))
    expect(shown(world)).toEqual(['ann: I went'])
  })

  it('do not go on by themselves with a captioner who was taken over from', async () => {
    const { stage, captions } = createStage('captioner')
    captions.actions.goOnAir(true)
    expect(captions.state.getState().onAir).toBe('me')
    stage.come(SUPPLY, 'cup', 'on')
    await vi.waitFor(() => expect(captions.state.getState().onAir).toBe('cup'))
    expect(stage.sent.at(-1)).toMatchObject({ topic: SUPPLY, text: 'off' })
    stage.come(SUPPLY, 'cup', 'off')
    await vi.waitFor(() => expect(captions.state.getState().onAir).toBe(undefined))
  })

  it('are not begun by a member who says that they write for everyone', async () => {
    const { stage, captions } = createStage()
    stage.come(SUPPLY, 'ann', 'on')
    await vi.waitFor(() => expect(captions.state.getState().others.get('ann')).toBe('on'))
    expect(captions.state.getState().onAir).toBe(undefined)
  })
})
