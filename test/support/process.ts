import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Ended = { code: number | null; signal: NodeJS.Signals | null; ms: number }

/** A program of ours in a process of its own. */
export type Running = {
  child: ChildProcess
  /** its address, once it says it is ready; throws with its words when it ends before */
  ready: Promise<string>
  ended: Promise<Ended>
  out: () => string
  err: () => string
}

const all = new Set<ChildProcess>()

/** Starts `file` of the project with only these settings, on a port of its choosing unless PORT is among them. */
export function startProgram(
  file: string,
  env: Record<string, string>,
  options: { args?: string[] } = {},
): Running {
  const began = performance.now()
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', file, ...(options.args ?? [])],
    {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        LOG_LEVEL: 'error',
        LIVEKIT_SERVER_BIN: inject('livekitBin'),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  all.add(child)
  let [out, err] = ['', '']
  child.stdout?.on('data', (text) => {
    out += text
  })
  child.stderr?.on('data', (text) => {
    err += text
  })
  // one that could not even be started ends with its reason
  child.on('error', (error) => {
    err += error.message
  })
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code, signal) => {
      all.delete(child)
      resolve({ code, signal, ms: performance.now() - began })
    }),
  )
  const ready = new Promise<string>((resolve, reject) => {
    child.on('message', (message) => resolve((message as { ready: string }).ready))
    ended.then(({ code, signal }) => reject(new Error(`ended with ${code ?? signal}: ${out}${err}`)))
  })
  // who only waits for the end does not care that it never was ready
  ready.catch(() => {})
  return { child, ready, ended, out: () => out, err: () => err }
}

export const startServer = (dataDir: string, env: Record<string, string> = {}, args: string[] = []) =>
  startProgram('server/main.ts', { DATA_DIR: dataDir, ...env }, { args })

/** Ends what a test left running. */
export async function endAll(): Promise<void> {
  for (const child of [...all]) {
    const gone = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGKILL')
    await gone
  }
}

/** The livekit-server that belongs to a data directory. */
export const livekitPid = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'livekit.pid'), 'utf8'))

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** Whether nothing listens on this loopback port. */
export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
