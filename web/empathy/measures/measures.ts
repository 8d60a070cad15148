import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export type When = 'before' | 'after'

/** How an answer is given: a number of this scale. */
export type Scale =
  /** pairs of circles that overlap more and more */
  | { readonly kind: 'circles'; readonly from: 1; readonly to: 7 }
  | { readonly kind: 'faces'; readonly from: 1; readonly to: 5 }
  | { readonly kind: 'steps' | 'slider'; readonly from: number; readonly to: number }

/** One question. Every one may be left out; none is right or wrong. */
export type Measure = {
  readonly id: string
  readonly when: readonly When[]
  readonly scale: Scale
  /** about the named person */
  readonly ask: (name: string) => MessageDescriptor
  /** what it is called beside its answers */
  readonly label: MessageDescriptor
  /** what the two ends mean */
  readonly ends: readonly [MessageDescriptor, MessageDescriptor]
  readonly source: MessageDescriptor
  readonly licence: MessageDescriptor
  /** what it can show and what it cannot */
  readonly shows: MessageDescriptor
}

const OURS = {
  source: msg`Written for Hearthside. It has not been validated.`,
  licence: msg`CC0: anybody may use it.`,
}
const BOTH = ['before', 'after'] as const
const SEVEN = { kind: 'steps', from: 1, to: 7 } as const
const NOT_AT_ALL = msg`not at all`
const VERY_MUCH = msg`very much`

/** All questions, in the order they are asked. */
export const measures = [
  {
    id: 'closeness',
    when: BOTH,
    scale: { kind: 'circles', from: 1, to: 7 },
    ask: (name) => msg`Which picture fits best how close you feel to ${name}?`,
    label: msg`Closeness`,
    ends: [msg`apart`, msg`almost one`],
    source: msg`Inclusion of Other in the Self: Aron, Aron and Smollan, 1992. The question’s words and the circles are ours.`,
    licence: msg`Listed as open access by EdInstruments.`,
    shows: msg`How near you feel to this one person. Not how you treat anybody.`,
  },
  {
    id: 'mood',
    when: BOTH,
    scale: { kind: 'faces', from: 1, to: 5 },
    ask: () => msg`How are you right now?`,
    label: msg`How you are`,
    ends: [msg`very low`, msg`very well`],
    ...OURS,
    shows: msg`How you feel at this moment. A scene may well leave you heavier, and that is no failure.`,
  },
  {
    id: 'distress',
    when: BOTH,
    scale: { kind: 'steps', from: 0, to: 10 },
    ask: () => msg`How tense or upset are you right now?`,
    label: msg`Tension`,
    ends: [msg`calm`, msg`the most I can imagine`],
    source: msg`The idea follows the Subjective Units of Distress: Wolpe, 1969.`,
    licence: msg`One rating in words of our own, CC0.`,
    shows: msg`Only whether to slow down. It is a signal for your safety, and no result.`,
  },
  {
    id: 'capable',
    when: BOTH,
    scale: SEVEN,
    ask: (name) => msg`How well does ${name} manage days like this, do you think?`,
    label: msg`Capability`,
    ends: [msg`not well`, msg`very well, as I see it`],
    ...OURS,
    shows: msg`Whether you see skill. If it falls, the scene has shown a hardship and hidden a person.`,
  },
  {
    id: 'pity',
    when: BOTH,
    scale: SEVEN,
    ask: (name) => msg`How much do you pity ${name}?`,
    label: msg`Pity`,
    ends: [NOT_AT_ALL, VERY_MUCH],
    ...OURS,
    shows: msg`Pity is not understanding. If it rises alone, the scene has missed its aim.`,
  },
  {
    id: 'distance',
    when: BOTH,
    scale: SEVEN,
    ask: (name) => msg`How gladly would you sit down beside somebody like ${name} and begin to talk?`,
    label: msg`Nearness in company`,
    ends: [msg`I would rather not`, msg`very gladly`],
    ...OURS,
    shows: msg`What you would do, as you see it now. Not what you will do.`,
  },
  {
    id: 'canDo',
    when: BOTH,
    scale: SEVEN,
    ask: (name) => msg`I know one thing I can do that makes such a day easier for somebody like ${name}.`,
    label: msg`One thing I can do`,
    ends: [NOT_AT_ALL, msg`yes, clearly`],
    ...OURS,
    shows: msg`Whether you take something along that can be used.`,
  },
  {
    id: 'sickness',
    when: ['after'],
    scale: { kind: 'slider', from: 0, to: 20 },
    ask: () => msg`How sick or dizzy do you feel?`,
    label: msg`Feeling sick`,
    ends: [NOT_AT_ALL, msg`very sick`],
    source: msg`The idea follows the Fast Motion Sickness scale: Keshavarz and Hecht, 2011.`,
    licence: msg`One rating in words of our own, CC0.`,
    shows: msg`Only how your body takes the picture. From 10 on it is better to stop.`,
  },
] as const satisfies readonly Measure[]

export type MeasureId = (typeof measures)[number]['id']
export type Answers = Readonly<Partial<Record<MeasureId, number>>>

export const measureOf = (id: MeasureId): Measure | undefined => measures.find((one) => one.id === id)
export const askedAt = (when: When): readonly (Measure & { id: MeasureId })[] =>
  measures.filter((one) => (one.when as readonly When[]).includes(when))

const MUCH_DISTRESS = 7
const MUCH_MORE_DISTRESS = 3
/** From here on stopping is suggested; the threshold is ours. */
export const MUCH_SICKNESS = 10

/** Whether somebody is first offered to come to rest: much tension, or much more than before. */
export function restFirst(before: Answers, after: Answers): boolean {
  const { distress = 0 } = after
  return (
    distress >= MUCH_DISTRESS ||
    (before.distress !== undefined && distress - before.distress >= MUCH_MORE_DISTRESS)
  )
}

export const betterStop = ({ sickness = 0 }: Answers): boolean => sickness >= MUCH_SICKNESS
