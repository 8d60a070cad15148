const parts = (zone: string) =>
  new Intl.DateTimeFormat('en-CA-u-nu-latn-hc-h23', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })

/** The wall clock of a zone at an instant (ms), as `YYYY-MM-DDTHH:MM`. Throws a RangeError for an unknown zone. */
export function wallClock(at: number, zone: string): string {
  const of = Object.fromEntries(
    parts(zone)
      .formatToParts(at)
      .map((p) => [p.type, p.value]),
  )
  return `${of.year}-${of.month}-${of.day}T${of.hour}:${of.minute}`
}

/**
 * The instant (ms) of a wall-clock time in a zone, for showing what it is elsewhere; the server decides. Undefined for
 * a time that the clocks skip, and for what is no time or zone. Of one that they repeat the first is meant.
 */
export function instantOf(local: string, zone: string): number | undefined {
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc)) return undefined
  try {
    // the offset a day before and a day after: one of them holds at that time, also around a change of the clocks
    const found = [-1, 1]
      .map((days) => {
        const near = asUtc + days * 86_400_000
        return asUtc - (Date.parse(`${wallClock(near, zone)}Z`) - near)
      })
      .filter((at) => wallClock(at, zone) === local)
    return found.length > 0 ? Math.min(...found) : undefined
  } catch {
    return undefined
  }
}
