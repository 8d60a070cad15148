import type { Logger } from 'pino'
import type { Auth } from './accounts/auth.ts'
import type { InstalledModel } from './captions/installed.ts'
import type { Config } from './config.ts'
import type { Deletions } from './db/deletions.ts'
import type { Database } from './db/open.ts'
import type { Changes } from './lib/changes.ts'
import type { Mail } from './lib/mail.ts'
import type { Metrics } from './lib/metrics.ts'
import type { Live } from './rooms/live.ts'
import type { Livekit } from './rooms/livekit.ts'
import type { Tickets } from './rooms/tickets.ts'

/** Everything a route or job may use, made once in `assemble.ts` or `createTestApp` and passed on. */
export type Deps = {
  db: Database
  livekit: Livekit
  /** the rooms that are open now: commands, sweep, what LiveKit reports */
  live: Live
  tickets: Tickets
  mail: Mail
  metrics: Metrics
  deletions: Deletions
  changes: Changes
  /** speech models that the operator installed */
  models: readonly InstalledModel[]
  log: Logger
  /** the address in invitations and e-mail, without a slash at the end */
  publicUrl: string
  /** 32 bytes from which keys for sealing and cookies are derived */
  secret: Buffer
  config: Config
  now: () => Date
}

/** What a route has besides: the login sessions of the address that was asked for (cookies and passkeys belong to one). */
export type RequestDeps = Deps & { auth: Auth }
