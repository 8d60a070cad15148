import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { CommandFailed, Stopped } from './problem.mjs'

/**
 * Starts child processes so that none outlives us. Each gets a process group of its own: a Ctrl-C in the terminal then
 * reaches only us, we pass it on once, and the whole tree can be ended by its group.
 */
export function createRunner() {
  const running = new Set()
  let stopped = false
  let whenIdle = () => {}

  /**
   * Runs a command to its end and gives `{ code, output, stdout }`.
   * `show` lets it speak for itself on our output; `anyCode` leaves judging the exit code to the caller;
   * `leader` means a stop is told to the child alone, which ends its own children in order; `ipc` opens a channel that
   * closes with us, however we end.
   * @throws CommandFailed on a bad exit code, Stopped when we were asked to stop.
   */
  function run(command, args, options = {}) {
    const { cwd, env, show = false, anyCode = false, leader = false, ipc = false } = options
    if (stopped) return Promise.reject(new Stopped())
    return new Promise((resolve, reject) => {
      const sink = show ? 'inherit' : 'pipe'
      const child = spawn(command, args, {
        cwd,
        env,
        detached: true,
        stdio: ['ignore', sink, sink, ...(ipc ? ['ipc'] : [])],
      })
      const entry = { child, leader }
      running.add(entry)
      const stdout = []
      const output = []
      child.stdout?.on('data', (chunk) => stdout.push(chunk))
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk))
      child.on('error', (error) => {
        running.delete(entry)
        reject(error)
      })
      child.on('exit', () => signalGroup(child, 'SIGKILL'))
      child.on('close', (status, signal) => {
        running.delete(entry)
        const code = status ?? 128 + constants.signals[signal]
        const said = Buffer.concat(output).toString()
        if (running.size === 0) whenIdle()
        if (stopped && !leader) reject(new Stopped())
        else if (code !== 0 && !anyCode) reject(new CommandFailed([command, ...args].join(' '), code, said))
        else resolve({ code, output: said, stdout: Buffer.concat(stdout).toString() })
      })
    })
  }

  /**
   * Asks everything to stop with this signal, starts nothing more, and resolves when all of it has ended. That can take
   * npm some seconds: it puts back what it was replacing.
   */
  function stop(signal) {
    stopped = true
    for (const { child, leader } of running) {
      if (leader) child.kill(signal)
      else signalGroup(child, signal)
    }
    return new Promise((resolve) => {
      whenIdle = resolve
      if (running.size === 0) resolve()
    })
  }

  /** Ends everything at once, trees included. */
  function kill() {
    stopped = true
    for (const { child } of running) signalGroup(child, 'SIGKILL')
  }

  return { run, stop, kill }
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The group is empty already.
  }
}
