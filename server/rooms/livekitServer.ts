import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { newId, newSecret } from '../lib/ids.ts'
import type { LivekitAccess } from './livekit.ts'

/** Our own livekit-server, a child process that is started again when it dies. */
export type LivekitServer = {
  access: LivekitAccess
  stop: () => Promise<void>
  child: () => ChildProcess | undefined
}

type Options = {
  bin: string
  dataDir: string
  /** loopback port of signalling and API; 0 takes a free one */
  port: number
  /** UDP and TCP port of media; 0 takes a free one */
  mediaPort: number
  /** address that browsers reach media at */
  mediaAddress: string
  webhookUrl: string
  log: Logger
  /** LiveKit came back after a crash and has forgotten its rooms */
  onRestart: () => void
}

const BACK_OFF_MS = [100, 300, 1000, 2000, 5000]
const STEADY_MS = 30_000
const READY_MS = 15_000

/** Keys made at the first start and kept with mode 600; never LiveKit's well-known development key. */
export function livekitKeys(dataDir: string): { key: string; secret: string } {
  const file = join(dataDir, 'livekit-keys.json')
  if (!existsSync(file))
    writeFileSync(file, JSON.stringify({ key: `hs${newId()}`, secret: newSecret() }), { mode: 0o600 })
  return JSON.parse(readFileSync(file, 'utf8')) as { key: string; secret: string }
}

/** Its configuration (LiveKit reads JSON as the YAML it is). Rooms exist only when we make them. */
export function livekitConfig(o: {
  port: number
  mediaPort: number
  mediaAddress: string
  webhookUrl: string
  key: string
  secret: string
}) {
  const loopback = o.mediaAddress.startsWith('127.')
  return {
    port: o.port,
    bind_addresses: ['127.0.0.1'],
    rtc: {
      udp_port: o.mediaPort,
      // LiveKit's TCP listener takes every interface, so it is off while media is for this machine only. Said as 0:
      // when it is left out LiveKit takes 7881, and a second livekit-server on this machine does not start
      tcp_port: loopback ? 0 : o.mediaPort,
      node_ip: o.mediaAddress,
      ips: { includes: ['127.0.0.1/32', `${o.mediaAddress}/32`] },
      use_external_ip: false,
      enable_loopback_candidate: true,
    },
    room: { auto_create: false, enable_remote_unmute: false, max_participants: 40 },
    keys: { [o.key]: o.secret },
    webhook: { api_key: o.key, urls: [o.webhookUrl] },
    logging: { level: 'warn', json: true },
  }
}

/** Starts livekit-server and waits until it answers. Throws when it does not within 15 seconds. */
export async function startLivekitServer(o: Options): Promise<LivekitServer> {
  const { key, secret } = livekitKeys(o.dataDir)
  const port = o.port || (await freePort())
  const mediaPort = o.mediaPort || (await freePort())
  const url = `http://127.0.0.1:${port}`
  const config = JSON.stringify(livekitConfig({ ...o, port, mediaPort, key, secret }))
  const pidFile = join(o.dataDir, 'livekit.pid')
  endOrphan(pidFile, o.bin)

  let child: ChildProcess | undefined
  let stopping = false
  let failures = 0
  let lastWords = ''
  let again: NodeJS.Timeout | undefined

  function run(): void {
    const startedAt = Date.now()
    const started = spawn(o.bin, [], {
      env: { PATH: process.env.PATH, LIVEKIT_CONFIG: config },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    if (started.pid) writeFileSync(pidFile, String(started.pid), { mode: 0o600 })
    for (const stream of [started.stdout, started.stderr])
      stream?.on('data', (text: Buffer) => {
        lastWords = text.toString().trim().slice(-500)
        o.log.debug({ livekit: lastWords }, 'livekit-server')
      })
    started.on('error', (error) =>
      o.log.error({ err: { message: error.message } }, 'livekit-server could not be started'),
    )
    started.on('close', (code, signal) => {
      child = undefined
      if (stopping) return
      failures = Date.now() - startedAt > STEADY_MS ? 0 : failures + 1
      const wait = BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length) - 1] ?? 0
      o.log.warn({ code, signal, againInMs: wait }, 'livekit-server ended; starting it again')
      again = setTimeout(() => {
        run()
        void ready(url).then(o.onRestart, () => {})
      }, wait)
    })
  }

  async function stop(): Promise<void> {
    stopping = true
    clearTimeout(again)
    const running = child
    if (running) {
      const ended = new Promise((resolve) => running.once('close', resolve))
      // SIGTERM waits for people to leave; the room's end is ours to decide, so do not wait
      running.kill('SIGTERM')
      const hard = setTimeout(() => running.kill('SIGKILL'), 1000)
      await ended
      clearTimeout(hard)
    }
    rmSync(pidFile, { force: true })
  }

  run()
  try {
    await ready(url)
  } catch (error) {
    await stop()
    throw new Error(`${(error as Error).message}${lastWords && `; its last words: ${lastWords}`}`)
  }
  return { access: { url, key, secret }, stop, child: () => child }
}

/** A livekit-server of ours whose parent was killed before it could stop it. The caller holds the data directory's lock. */
function endOrphan(pidFile: string, bin: string): void {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8'))
    if (pid > 1 && readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] === bin)
      process.kill(pid, 'SIGKILL')
  } catch {
    // no file, no such process, or no /proc: nothing to end
  }
}

async function ready(url: string): Promise<void> {
  for (const until = Date.now() + READY_MS; Date.now() < until; await new Promise((r) => setTimeout(r, 50)))
    if (
      await fetch(url, { signal: AbortSignal.timeout(1000) }).then(
        (a) => a.ok,
        () => false,
      )
    )
      return
  throw new Error(`livekit-server did not answer within ${READY_MS / 1000} seconds`)
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
