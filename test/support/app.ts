import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../server/app.ts'
import { installedModels } from '../../server/captions/installed.ts'
import { readConfig } from '../../server/config.ts'
import { openDeletions } from '../../server/db/deletions.ts'
import type { Deps } from '../../server/deps.ts'
import { createChanges } from '../../server/lib/changes.ts'
import { createLog } from '../../server/lib/log.ts'
import { createMail } from '../../server/lib/mail.ts'
import { createMetrics } from '../../server/lib/metrics.ts'
import { createLive } from '../../server/rooms/live.ts'
import { createLivekit, type LivekitAccess } from '../../server/rooms/livekit.ts'
import { createTickets } from '../../server/rooms/tickets.ts'
import { openTestDatabase } from './database.ts'
import { createPerson, type Person } from './person.ts'
import { withTestScenes } from './scenes.ts'

/** Thursday, a quarter past five in the afternoon UTC. */
export const START = new Date('2026-11-19T17:15:00.000Z')

export type TestApp = {
  url: string
  deps: Deps
  /** sets the clock; it stands still otherwise */
  setNow: (now: Date) => void
  /** a browser of its own, without an account yet */
  stranger: () => Person
  close: () => Promise<void>
}

// a port on which nothing listens: tests that need rooms pass a real LiveKit (`support/livekit.ts`)
const NO_LIVEKIT: LivekitAccess = {
  url: 'http://127.0.0.1:9',
  key: 'none',
  secret: 'no LiveKit runs in this test, only its key',
}

type Options = {
  livekit?: LivekitAccess
  limits?: Partial<Parameters<typeof createApp>[0]['limits']>
  clock?: 'fixed' | 'real'
  /** the address people use, when it is another than the one that listens */
  publicUrl?: string
  /** more of the environment */
  env?: Record<string, string>
}

/** The whole server on a free loopback port, with a fresh real database, a fixed clock and mail that stays in the outbox. */
export async function createTestApp(options: Options = {}): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hearthside-app-'))
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const url = `http://localhost:${port}`
  let fixed = START
  const now = options.clock === 'real' ? () => new Date() : () => fixed
  const database = await openTestDatabase()
  const { db } = database
  const changes = createChanges()
  await database.listen(changes.emit)
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...options.env })
  const publicUrl = options.publicUrl ?? url
  const log = createLog(process.env.TEST_LOG ?? 'silent')
  const secret = Buffer.alloc(32, 7)
  const livekit = createLivekit(options.livekit ?? NO_LIVEKIT)
  const live = createLive({ db, livekit, log, now, sceneOf: withTestScenes })
  const deps: Deps = {
    db,
    config,
    log,
    now,
    secret,
    livekit,
    live,
    tickets: createTickets(),
    publicUrl,
    mail: createMail({ smtpUrl: undefined, from: 'test', now }),
    metrics: createMetrics(),
    changes,
    models: await installedModels(config.DATA_DIR, () => {}),
    deletions: openDeletions(join(dataDir, 'deletions.jsonl'), now),
  }
  const limits = {
    address: 100_000,
    account: 100_000,
    strictPer15Minutes: 100_000,
    strictPerAddress: 100_000,
    ...options.limits,
  }
  const { app, gate } = createApp({ deps, url: publicUrl, limits })
  server.on('request', app)
  gate.attach(server)
  if (options.livekit) live.start()
  return {
    url,
    deps,
    setNow: (next) => {
      fixed = next
    },
    stranger: () => createPerson(url),
    async close() {
      await live.stop()
      gate.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await deps.mail.idle()
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
