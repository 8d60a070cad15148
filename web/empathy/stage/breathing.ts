/** Four seconds in, six out: longer out than in calms. */
const IN = 4
const OUT = 6

export type Breath = 'in' | 'out'

export const breathAt = (seconds: number): Breath => (seconds % (IN + OUT) < IN ? 'in' : 'out')

/** How full, 0 to 1, without a jump or a corner. */
export function fullness(seconds: number): number {
  const t = seconds % (IN + OUT)
  const part = t < IN ? t / IN : 1 - (t - IN) / OUT
  return (1 - Math.cos(Math.PI * part)) / 2
}
