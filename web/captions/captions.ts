import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Topic } from '../../server/circles/contract.ts'
import { randomId } from '../lib/randomId.ts'
import { createAnnouncer } from './announcer.ts'
import type { Circle } from './channel.ts'
import type { Phrase } from './engine.ts'
import { ANOTHER } from './engines/choose.ts'
import { createFloodGate } from './flood.ts'
import { createHearing } from './hearing.ts'
import {
  type Incoming,
  isCorrectable,
  isOvertaken,
  isOwn,
  merge,
  type Segment,
  settle,
  withWords,
} from './segments.ts'
import type { Speech } from './speech.ts'
import { createStrangers } from './strangers.ts'
import {
  captionerOnAir,
  ownSupply,
  readSupply,
  TOPIC as SUPPLY,
  SUPPLY_LENGTH,
  type Supply,
  withSupply,
} from './supply.ts'
import { createTranslations, type Translations } from './translation/translations.ts'
import type { TranslationProvider } from './translation/translator.ts'
import { createVoice, type Writing } from './voice.ts'
import { type Attributes, fromWire, LONGEST, type Outgoing, TOPIC, toAttributes } from './wire.ts'

export type CaptionsState = {
  /** in the order of their first words; kept in this page's memory alone */
  segments: readonly Segment[]
  /** our own speech is written down while the microphone is on */
  wanted: boolean
  own: Writing
  /** what others say of their own captions, by identity */
  others: ReadonlyMap<string, Supply>
  /** whose voice is written down here, because their own browser does not; by identity */
  heardHere: ReadonlySet<string>
  /** the captioner who writes for everyone now */
  onAir: string | undefined
}

/** `speaker` is the LiveKit identity of whose words they are, if it is known. */
export type CaptionerLine = { id: string; text: string; final: boolean; speaker: string | undefined }

/** `speaker`: who says it in the scene, and `seat` the place among its people, for their mark. */
export type SceneLine = {
  id: string
  speaker: string
  name: string
  seat: number
  text: string
  language: string
}

export type Captions = {
  /** what writes speech down here */
  speech: Speech
  translations: Translations
  state: Pick<StoreApi<CaptionsState>, 'getState' | 'subscribe' | 'getInitialState'>
  actions: {
    /** whether our own speech is written down */
    want: (wanted: boolean) => void
    /** fetches the model before it is needed, unless the line is paid by the megabyte */
    prepare: () => void
    /** leave to fetch it over such a line too */
    allowFetching: () => void
    /** says something by typing it; throws when it was not sent */
    type: (text: string) => Promise<void>
    /** as a captioner: a line so far, each time in full; throws when it was not sent */
    write: (line: CaptionerLine) => Promise<void>
    /** puts one of our own last lines right, for everybody; throws when it was not sent */
    fix: (key: string, text: string) => Promise<void>
    /** puts a line of the circle's scene among what is said, for ourselves; the same one again changes nothing */
    narrate: (line: SceneLine) => void
    /** writes somebody's voice down here, for ourselves */
    hearHere: (identity: string, on: boolean) => void
    /** as a captioner: writes for everyone from now on, or not any more */
    goOnAir: (on: boolean) => void
  }
}

type Options = {
  circle: Circle
  /** what this circle is about */
  topic: Topic
  speech: Speech
  /** what can translate here */
  translation: TranslationProvider | undefined
  wanted: boolean
  /** what is fetched now is paid by the megabyte */
  metered: () => boolean
  /** milliseconds since the epoch, of a clock that never goes back */
  now: () => number
}

/** Everything that is said in one room, as text: ours goes to everyone, and what others send comes in. Gone with the room. */
export function createCaptions({
  circle,
  topic,
  speech,
  translation,
  wanted,
  metered,
  now,
}: Options): Captions {
  const state = createStore<CaptionsState>(() => ({
    segments: [],
    wanted,
    own: { how: 'off' },
    others: new Map(),
    heardHere: new Set(),
    onAir: undefined,
  }))
  const { getState, setState: set } = state
  const flood = createFloodGate()
  let closed = false
  let allowed = false
  let early = false
  const mayFetch = () => allowed || !metered()

  /** also those that were taken away */
  let all: readonly Segment[] = []
  function keepAll(next: readonly Segment[]): void {
    if (closed || next === all) return
    all = next
    set({ segments: withWords(all) })
  }
  function keep(incoming: Incoming): void {
    const next = merge(all, incoming, now())
    keepAll(settle(next, (segment) => !isOvertaken(next, segment)))
  }
  const isHere = (identity: string) => circle.now().people.some((p) => p.identity === identity)
  const strangers = createStrangers(isHere, now)
  const take = (sender: string, text: string, attributes: Attributes) =>
    strangers.onceKnown(sender, () => {
      const incoming = fromWire(sender, text, attributes, circle.now().people)
      // a person who writes for everyone hears better than any model
      if (incoming && !(incoming.kind === 'voice' && getState().onAir)) keep(incoming)
    })

  /** the language of what is typed here */
  const written = () => {
    const { language } = speech.state.getState()
    return language === ANOTHER ? undefined : language
  }
  const send = (segment: Outgoing) => circle.send(TOPIC, segment.text, toAttributes(segment))
  /** Shows a segment of ours here, by the same rules as everyone's. */
  function show(segment: Outgoing): void {
    const { you } = circle.now()
    if (you) take(you, segment.text, toAttributes(segment))
  }
  async function say(segment: Outgoing): Promise<void> {
    await send(segment)
    show(segment)
  }

  /** What a model heard, as a line, with names and words of this circle put right. */
  function lineOf({ agreed, tentative, final }: Phrase) {
    const known = { names: circle.now().people.map((person) => person.pseudonym), topic }
    const text = speech.putRight([agreed, tentative].filter(Boolean).join(' '), known)
    const sure = speech.putRight(agreed, known)
    // what is agreed on may end with the first part of a term
    return { text, agreed: text.startsWith(sure) ? sure.length : sure.lastIndexOf(' ') + 1, final }
  }

  const voice = createVoice({
    engine: speech.own,
    sound: () => (getState().wanted ? circle.now().microphone : undefined),
    mayFetch,
    tell: (own) => set({ own }),
    heard(id, phrase) {
      const { you, people } = circle.now()
      const track = people.find((person) => person.identity === you)?.micTrack
      if (!track) return
      const language = speech.spoken()
      const segment = { id, kind: 'voice', language, ...lineOf(phrase), track } as const
      show(segment)
      // a line that is lost is followed by a newer one of the same phrase, or by the next
      send(segment).catch(() => {})
    },
  })

  const hearing = createHearing({
    engine: speech.others,
    mayFetch,
    // not when they do it themselves, and not when they do not want it
    sound: (identity) =>
      getState().others.get(identity) === 'unable' ? circle.soundOf(identity) : undefined,
    heard(identity, id, phrase) {
      const { you, people } = circle.now()
      const speaker = people.find((person) => person.identity === identity)
      if (!you || !speaker) return
      keep({
        key: `${you}/${id}`,
        sender: you,
        speaker: identity,
        name: speaker.pseudonym,
        seat: speaker.seat,
        kind: 'heard',
        language: undefined,
        ...lineOf(phrase),
      })
    },
  })

  // --- how everybody's words come

  const tellAll = createAnnouncer(circle, () => ownSupply(getState(), circle.now()))
  const announce = () => {
    if (!closed) tellAll()
  }

  const note = (identity: string, told: Supply) =>
    set(({ others }) => ({ others: withSupply(others, identity, told, circle.now()) }))

  const lookAround = () => {
    strangers.look()
    voice.follow()
    hearing.follow()
    const { people } = circle.now()
    const onAir = captionerOnAir(getState().others, people)
    if (onAir !== getState().onAir) set({ onAir })
    const speaks = (identity: string) => people.some((p) => p.identity === identity && (p.micTrack || p.lost))
    // once a captioner writes, no more comes of what models heard, nor of what the one before wrote
    keepAll(
      settle(all, ({ sender, kind }) => {
        if (kind === 'captioner') return sender === onAir
        return kind === 'voice' ? speaks(sender) && !onAir : isHere(sender)
      }),
    )
    announce()
  }

  const translations = createTranslations({
    provider: translation,
    segments: () => getState().segments,
    onChange: (changed) => state.subscribe((next, before) => next.segments !== before.segments && changed()),
  })

  const ends = [
    circle.onText(TOPIC, async ({ sender, attributes, read }) => {
      if (!flood.allows(sender, performance.now())) return
      const text = await read(LONGEST)
      if (text !== undefined && !closed) take(sender, text, attributes)
    }),
    circle.onText(SUPPLY, async ({ sender, read }) => {
      if (!flood.allows(sender, performance.now())) return
      const told = readSupply(await read(SUPPLY_LENGTH))
      if (told && !closed)
        strangers.onceKnown(sender, () => {
          note(sender, told)
          lookAround()
        })
    }),
    circle.onChange(lookAround),
    speech.state.subscribe(({ choice }, before) => {
      if (choice === before.choice) return
      lookAround()
      if (early && getState().wanted) voice.prepare()
    }),
    state.subscribe(({ own }, before) => {
      if (own !== before.own) announce()
    }),
  ]
  circle.onEnd(async () => {
    closed = true
    for (const end of ends) end()
    translations.close()
    strangers.forget()
    all = []
    set({ segments: all })
    await Promise.all([voice.close(), hearing.close()])
    speech.close()
  })
  lookAround()

  return {
    state,
    speech,
    translations,
    actions: {
      want(wanted) {
        set({ wanted })
        lookAround()
        if (early && wanted) voice.prepare()
      },
      prepare() {
        early = true
        if (getState().wanted) voice.prepare()
      },
      allowFetching() {
        allowed = true
        void voice.again()
        hearing.again()
      },
      type: (text) =>
        say({ id: randomId(), kind: 'typed', language: written(), text, agreed: text.length, final: true }),
      write({ id, text, final, speaker }) {
        const track = circle.now().people.find((p) => p.identity === speaker)?.micTrack
        // the word that is being written may still become another
        const agreed = final ? text.length : text.lastIndexOf(' ') + 1
        return say({ id, kind: 'captioner', language: written(), text, agreed, final, track, speaker })
      },
      async fix(key, text) {
        const { you } = circle.now()
        const { segments } = getState()
        const segment = segments.find((s) => s.key === key && isOwn(s, you))
        if (!segment?.final || !isCorrectable(segments, segment)) throw new Error('too late to put it right')
        const { kind, speaker, language } = segment
        const id = key.slice(key.indexOf('/') + 1)
        // typed, also where it was spoken: it needs no microphone, and no captioner is in its way
        const how = kind === 'captioner' ? ({ kind, speaker } as const) : ({ kind: 'typed' } as const)
        await say({ id, ...how, language, text, agreed: text.length, final: true })
      },
      narrate: ({ id, speaker, ...line }) =>
        keep({
          key: `scene/${id}`,
          // no identity of anybody has a space in it
          sender: 'the scene',
          speaker: `the scene: ${speaker}`,
          kind: 'scene',
          ...line,
          agreed: line.text.length,
          final: true,
        }),
      hearHere(identity, on) {
        hearing.hear(identity, on)
        set({ heardHere: hearing.whose() })
        hearing.follow()
      },
      goOnAir(on) {
        const { you } = circle.now()
        if (!you) return
        note(you, on ? 'on' : 'off')
        lookAround()
      },
    },
  }
}
