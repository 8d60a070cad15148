/** Receivers read six messages a second of one sender; a little less leaves room for what else is sent. */
const EVERY_MS = 220
const AGAIN_MS = 1000

type Line = { id: string; final: boolean }

type Options<L extends Line> = {
  send: (line: L) => Promise<void>
  /** how many lines wait because the last one did not go out; 0 when all do */
  waiting: (lines: number) => void
}

/**
 * Sends lines in their order, no faster than they are read. Of a line that goes on only its newest words are sent. What
 * does not go out is tried again until it does, or until `close`.
 */
export function createOutbox<L extends Line>({ send, waiting }: Options<L>) {
  const lines: L[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending = false
  let closed = false
  const emptied = new Set<() => void>()

  async function next(): Promise<void> {
    timer = undefined
    const line = lines[0]
    if (!line || sending || closed) return
    sending = true
    const sent = await send(line).then(
      () => true,
      () => false,
    )
    sending = false
    if (closed) return
    // newer words may have taken its place meanwhile
    const place = lines.indexOf(line)
    if (sent && place !== -1) lines.splice(place, 1)
    waiting(sent ? 0 : lines.length)
    if (lines.length === 0) {
      for (const tell of emptied) tell()
      emptied.clear()
    }
    timer = setTimeout(next, sent ? EVERY_MS : AGAIN_MS)
  }

  return {
    /** `first`: it goes before all that wait. */
    put(line: L, first = false): void {
      const same = lines.findIndex((other) => other.id === line.id)
      if (same !== -1) lines[same] = line
      else if (first) lines.unshift(line)
      else lines.push(line)
      if (!sending && timer === undefined) void next()
    },
    /** Resolves once all have gone out; not at all when it is closed before. */
    empty: (): Promise<void> =>
      lines.length === 0 ? Promise.resolve() : new Promise((resolve) => emptied.add(resolve)),
    close(): void {
      closed = true
      clearTimeout(timer)
    },
  }
}
