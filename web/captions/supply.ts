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
  const here = (identity: string) => people.some((p) => p.identity === identity && p.role === 'captioner')
  return [...told].findLast(([identity, supply]) => supply === 'on' && here(identity))?.[0]
}
