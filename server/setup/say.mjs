const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/**
 * What set-up tells the person waiting. On a terminal a running step turns and counts seconds; elsewhere (a log, CI) it
 * prints a line every `everyMs`, so that nobody has to guess whether it hangs.
 */
export function createSay({
  out = process.stdout,
  lively = Boolean(out.isTTY),
  everyMs,
  now = Date.now,
} = {}) {
  const line = (text = '') => out.write(`${text}\n`)

  /**
   * Runs `work`, saying first what it does, why, and how long it usually takes.
   * @param {{ doing: string, why: string, usually: string }} words
   */
  async function step({ doing, why, usually }, work) {
    const started = now()
    const seconds = () => `${Math.round((now() - started) / 1000)} s`
    line(`${doing}: ${why}. Usually ${usually}.`)
    let frame = 0
    const alive = lively
      ? () => out.write(`\r\x1b[K${frames[frame++ % frames.length]} ${doing} … ${seconds()}`)
      : () => line(`  … ${doing}, ${seconds()} so far`)
    const timer = setInterval(alive, everyMs ?? (lively ? 120 : 10_000))
    const clear = () => {
      clearInterval(timer)
      if (lively) out.write('\r\x1b[K')
    }
    try {
      const result = await work()
      clear()
      line(`  done in ${seconds()}`)
      return result
    } catch (error) {
      clear()
      throw error
    }
  }

  return { line, step }
}
