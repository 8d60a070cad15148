/** Median, minimum and maximum of a list of numbers. */
export function spread(values: readonly number[]): { median: number; min: number; max: number } {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (i: number) => sorted[i] ?? Number.NaN
  const middle = (sorted.length - 1) / 2
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    min: at(0),
    max: at(sorted.length - 1),
  }
}

export type Variant = {
  name: string /** one measurement, in the unit of the benchmark */
  measure: () => Promise<number>
}

/**
 * Measures the variants in turn (A, B, C, A, B, C …) so that whatever else the machine does meets all of them, and
 * gives for each variant its own spread and the spread of its ratio to the first, paired round by round.
 */
export async function inTurn(rounds: number, variants: readonly Variant[]) {
  const figures = variants.map((): number[] => [])
  for (let round = 0; round <= rounds; round++)
    for (const [i, variant] of variants.entries()) {
      const figure = await variant.measure()
      // the first round warms up: compilers, caches, encoders
      if (round > 0) figures[i]?.push(figure)
    }
  const [first = []] = figures
  return variants.map(({ name }, i) => ({
    name,
    own: spread(figures[i] ?? []),
    ratio: spread((figures[i] ?? []).map((f, r) => (first[r] ?? Number.NaN) / f)),
  }))
}

/** Prints one benchmark as a table; `ratio` is the first variant ÷ this one. */
export function report(title: string, unit: string, rows: Awaited<ReturnType<typeof inTurn>>): void {
  const n = (x: number) => (x >= 100 ? x.toFixed(0) : x.toFixed(2)).padStart(9)
  const of = (x: number) => x.toPrecision(3)
  console.log(`\n${title} (${unit}; first ÷ this, paired: median, min–max)`)
  for (const { name, own, ratio } of rows)
    console.log(
      `  ${name.padEnd(44)}${n(own.median)}  ${n(own.min)}–${n(own.max).trim()}   ${of(ratio.median)}  (${of(ratio.min)}–${of(ratio.max)})`,
    )
}
