import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The real `server/main.ts` as a process of its own, with its livekit-server, on a free port and a fresh data folder. */
export type Service = {
  url: string
  dataDir: string
  child: ChildProcess
  /** all that it printed */
  output: () => string
  /** pid of its livekit-server */
  livekitPid: () => number
  stop: () => Promise<void>
}

export async function startService(
  options: { flags?: string[]; env?: Record<string, string>; dataDir?: string } = {},
): Promise<Service> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'hearthside-service-'))
  let printed = ''
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'server/main.ts', ...(options.flags ?? [])],
    {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        DATA_DIR: dataDir,
        LOG_LEVEL: 'warn',
        LIVEKIT_SERVER_BIN: inject('livekitBin'),
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (printed += text))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: { ready: string }) => resolve(message.ready))
    void ended.then(() => reject(new Error(`the service ended: ${printed}`)))
  })
  return {
    url,
    dataDir,
    child,
    output: () => printed,
    livekitPid: () => Number(readFileSync(join(dataDir, 'livekit.pid'), 'utf8')),
    async stop() {
      child.kill('SIGTERM')
      await ended
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
