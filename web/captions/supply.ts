import type { Writing } from './voice.ts'

/** What somebody says of how their own words reach the others as text. A captioner who is `on` writes for everyone. */
export const supplies = ['on', 'off', 'unable'] as const
export type Supply = (typeof supplies)[number]

/** Our own topic: LiveKit has none for this. */
export const TOPIC = 'hearthside.captions'
const LONGEST = 16

export const readSupply = (text: string | undefined): Supply | undefined =>
  supplies.find((supply) => supply === text)
export const SUPPLY_LENGTH = LONGEST

/** One of those who are here. */
export type Someone = { identity: string; role: string; pseudonym: string; seat: number; mic: boolean }

/** The captioner who writes now: the last one who said so and is still here. */
export function captionerOnAir(
  told: ReadonlyMap<string, Supply>,
  people: readonly Pick<Someone, 'identity' | 'role'>[],
): string | undefined {
  const here = { you: undefined, people }
  return [...told].findLast(([identity, supply]) => supply === 'on' && isCaptioner(identity, here))?.[0]
}

type Here = { you: string | undefined; people: readonly Pick<Someone, 'identity' | 'role'>[] }
const isCaptioner = (identity: string | undefined, { people }: Here) =>
  people.some((p) => p.identity === identity && p.role === 'captioner')

/** What we say of our own words. */
export function ownSupply(
  { wanted, own, onAir }: { wanted: boolean; own: Writing; onAir: string | undefined },
  here: Here,
): Supply {
  if (isCaptioner(here.you, here)) return onAir === here.you ? 'on' : 'off'
  if (!wanted) return 'off'
  const silent =
    own.how === 'asking' ||
    own.how === 'impossible' ||
    own.how === 'unwritten' ||
    own.how === 'broken' ||
    (own.how === 'loading' && own.late) ||
    (own.how === 'listening' && !own.understood)
  return silent ? 'unable' : 'on'
}

/**
 * What everybody says, with what somebody says now. The last one who said it comes last; when a captioner takes over from
 * us, we do not go on by ourselves.
 */
export function withSupply(
  others: ReadonlyMap<string, Supply>,
  identity: string,
  told: Supply,
  here: Here,
): ReadonlyMap<string, Supply> {
  const takesOver = told === 'on' && isCaptioner(identity, here)
  const rest = [...others].filter(([one]) => one !== identity && !(takesOver && one === here.you))
  return new Map([...rest, [identity, told]])
}
