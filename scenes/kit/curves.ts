/** Pure shapes of change over time. Seconds in, numbers out: the same seconds give the same number. */

export const clamp = (x: number, low = 0, high = 1): number => Math.min(Math.max(x, low), high)

export const mix = (a: number, b: number, amount: number): number => a + (b - a) * amount

/** 0 before `from`, 1 after `to`, and soft in between. */
export function smooth(from: number, to: number, x: number): number {
  const s = clamp((x - from) / (to - from))
  return s * s * (3 - 2 * s)
}

/** Rises within `soft` seconds after `from` and falls within `soft` seconds around `to`. */
export const during = (from: number, to: number, x: number, soft = 0.6): number =>
  smooth(from - soft / 2, from + soft / 2, x) * (1 - smooth(to - soft / 2, to + soft / 2, x))

/** A breath of `period` seconds, 0 to 1; `phase` (0 to 1) keeps several from breathing as one. */
export const breath = (t: number, period = 4.6, phase = 0): number =>
  0.5 - 0.5 * Math.cos((t / period + phase) * Math.PI * 2)

/** Slow, aimless, never the same twice within minutes: −1 to 1. */
export const drift = (t: number, seed = 0): number =>
  0.55 * Math.sin(t * 0.37 + seed * 1.7) +
  0.3 * Math.sin(t * 0.61 + seed * 4.1) +
  0.15 * Math.sin(t * 1.13 + seed)

/**
 * The light of a flame, about 1: it leans and recovers over seconds. Its sum changes by less than a tenth in any half
 * second, so it can never flash.
 */
export const candle = (t: number, seed = 0): number =>
  1 + 0.035 * Math.sin(t * 2.1 + seed) + 0.025 * Math.sin(t * 3.3 + seed * 2.3) + 0.04 * drift(t, seed)

/** Radians (about y) that somebody at `from`, who faces `facing`, turns to look towards `to`; 0 looks along +z. */
export function towards(
  from: readonly [number, number, number],
  facing: number,
  to: readonly [number, number, number],
): number {
  const wanted = Math.atan2(to[0] - from[0], to[2] - from[2])
  const turn = wanted - facing
  return Math.atan2(Math.sin(turn), Math.cos(turn))
}
