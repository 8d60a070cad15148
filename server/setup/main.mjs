import { constants } from 'node:os'
import { explain } from './problem.mjs'
import { createRunner } from './run.mjs'
import { createSay } from './say.mjs'

/** A stop has to be over within five seconds; what has not ended by then is killed. */
const graceMs = 4000
/** npm passes on the very Ctrl-C the terminal has given us already: so close together, two signals are one. */
const sameMs = 500
/** How soon we notice that npm is gone. */
const parentMs = 250

/**
 * Runs one of our commands from beginning to exit code: signals stop its children (once kindly, twice hard), and errors
 * end as plain words.
 * @param {(tools: { say: object, run: Function }) => Promise<number>} work gives the exit code
 */
export async function main(work) {
  const runner = createRunner()
  const say = createSay()
  let asked
  const onSignal = (signal) => {
    const now = Date.now()
    if (!asked) {
      asked = { signal, at: now }
      setTimeout(runner.kill, graceMs).unref()
      // What waits for no child (a download, a lock) ends with us; what does gets a moment to give its own exit code.
      const kind = signal === 'SIGHUP' ? 'SIGTERM' : signal
      runner.stop(kind).then(() => setTimeout(() => process.exit(codeOf(signal)), 100))
    } else if (now - asked.at > sameMs) {
      runner.kill()
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal)
  watchParent(() => onSignal('SIGTERM'))
  process.on('exit', runner.kill)
  try {
    process.exitCode = await work({ say, run: runner.run })
  } catch (error) {
    process.exitCode = asked ? codeOf(asked.signal) : 1
    if (!asked) console.error(`\n${explain(error, { debug: Boolean(process.env.DEBUG) })}`)
  }
  process.exit()
}

/**
 * npm ends by a SIGTERM of its own without passing it on, and we would go on without anybody who knows of us: a process
 * whose parent is gone gets another one.
 * @param {() => void} gone
 */
function watchParent(gone) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    gone()
  }, parentMs)
  timer.unref()
}

/** What a shell reports for a program ended by this signal. */
const codeOf = (signal) => 128 + constants.signals[signal]
