import type { Logger } from 'pino'
import type { Auth } from './accounts/auth.ts'
import type { Config } from './config.ts'
import type { Deletions } from './db/deletions.ts'
import type { Database } from './db/open.ts'
import type { Changes } from './lib/changes.ts'
import type { Mail } from './lib/mail.ts'
import type { Metrics } from './lib/metrics.ts'
import type { Live } from './rooms/live.ts'
import type { Livekit } from './rooms/livekit.ts'

/** Everything a route or job may use, made once in `main.ts` or `createTestApp` and passed on. */
export type Deps = {
  db: Database
  auth: Auth
  livekit: Livekit
  /** the rooms that are open now: commands, sweep, what LiveKit reports */
  live: Live
  mail: Mail
  metrics: Metrics
  deletions: Deletions
  changes: Changes
  log: Logger
  /** address people use, without a slash at the end */
  publicUrl: string
  /** 32 bytes from which keys for sealing and cookies are derived */
  secret: Buffer
  config: Config
  now: () => Date
}
