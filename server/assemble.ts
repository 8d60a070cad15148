import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import express from 'express'
import { renderUnicodeCompact } from 'uqr'
import { createAuth } from './accounts/auth.ts'
import { firstStewardLink } from './accounts/firstSteward.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { backUp } from './db/backup.ts'
import { openDeletions } from './db/deletions.ts'
import { backupsDir, prepareDatabase } from './db/prepare.ts'
import type { Deps } from './deps.ts'
import { jobs, startJobs } from './jobs.ts'
import { createChanges } from './lib/changes.ts'
import { lanAddress, selfSignedCertificate } from './lib/lan.ts'
import { usualLimits } from './lib/limits.ts'
import { createLog } from './lib/log.ts'
import { createMail } from './lib/mail.ts'
import { createMetrics } from './lib/metrics.ts'
import { PlainError } from './lib/plainError.ts'
import { createLive } from './rooms/live.ts'
import { createLivekit, type LivekitAccess } from './rooms/livekit.ts'
import { startLivekitServer } from './rooms/livekitServer.ts'
import { webhook } from './rooms/webhook.ts'

type Ending = { add: (step: () => unknown) => void }
type Given = {
  config: Config
  server: Server
  port: number
  local: string
  lan: string | undefined
  ending: Ending
}

/** Opens, makes and connects everything, and lets the listening `server` answer. Every part adds its own end. */
export async function assemble({
  config,
  server,
  port,
  local,
  lan,
  ending,
}: Given): Promise<{ publicUrl: string; words: string[] }> {
  const now = () => new Date()
  const log = createLog(config.LOG_LEVEL)
  const metrics = createMetrics()
  const publicUrl = (config.PUBLIC_URL ?? lan ?? local).replace(/\/$/, '')
  const origins = [...new Set([publicUrl, local, ...(lan ? [lan] : [])])]
  const secret = serviceSecret(config)
  const deletions = openDeletions(join(config.DATA_DIR, 'deletions.jsonl'), now)
  const database = await prepareDatabase(config, deletions, now)
  ending.add(database.close)
  const { db } = database
  const changes = createChanges()
  await database.listen(changes.emit)

  // a listener of its own, on this machine only: metrics, and LiveKit's reports
  const inner = express()
  const innerServer = createServer(inner)
  const innerPort = await new Promise<number>((resolve, reject) => {
    innerServer.once('error', () =>
      reject(new PlainError(`Port ${config.METRICS_PORT} (METRICS_PORT) is taken by another program.`)),
    )
    innerServer.listen(config.METRICS_PORT, '127.0.0.1', () =>
      resolve((innerServer.address() as { port: number }).port),
    )
  })
  ending.add(() => {
    innerServer.closeAllConnections()
    innerServer.close()
  })

  let live: ReturnType<typeof createLive> | undefined
  const access = await livekitAccess(config, {
    mediaAddress: config.LIVEKIT_MEDIA_ADDRESS ?? (lan ? new URL(lan).hostname : '127.0.0.1'),
    webhookUrl: `http://127.0.0.1:${innerPort}/livekit/webhook`,
    log,
    onRestart: () => void live?.sweep().catch(() => {}),
    ending,
  })
  const livekit = createLivekit(access)
  live = createLive({ db, livekit, log, now })
  const auth = createAuth({ db, publicUrl, origins, secret: secret.toString('hex'), now })
  const mail = createMail({ smtpUrl: config.SMTP_URL, from: config.MAIL_FROM, now })
  const deps: Deps = {
    db,
    auth,
    livekit,
    live,
    mail,
    log,
    metrics,
    deletions,
    changes,
    publicUrl,
    secret,
    config,
    now,
  }

  const { app, gate } = createApp({ deps, origins, limits: usualLimits })
  inner.post('/livekit/webhook', webhook(deps))
  if (config.METRICS_PORT !== 0)
    inner.get('/metrics', async (_req, res) => void res.type(metrics.contentType).send(await metrics.text()))
  server.on('request', app)
  gate.attach(server)
  ending.add(gate.close)
  live.start()
  ending.add(live.stop)
  const backup = database.dump
  const everyBackup = backup
    ? [
        {
          name: 'backup',
          everyMs: config.BACKUP_HOURS * 3600_000,
          run: () => backUp(backupsDir(config.DATA_DIR), backup, now()),
        },
      ]
    : []
  ending.add(startJobs(deps, [...jobs, ...everyBackup]))

  log.info({ port, innerPort, database: database.kind }, 'started')
  return { publicUrl, words: await welcome(deps, local, lan) }
}

async function welcome(deps: Deps, local: string, lan: string | undefined): Promise<string[]> {
  const words = [`\nHearthside is ready: ${deps.config.PUBLIC_URL ?? local}`]
  if (lan)
    words.push(
      `On this network:     ${lan}\n${renderUnicodeCompact(lan)}`,
      'Its certificate is self-made, so browsers warn once; passkeys and offline start do not work there.',
    )
  if (deps.config.demo) {
    const { fillDemo } = await import('./demo/fill.ts')
    words.push(...(await fillDemo(deps)))
  }
  const link = await firstStewardLink(deps)
  if (link)
    words.push(`There is no steward yet. This link makes the first one, once, within 7 days:\n  ${link}`)
  return words
}

/** HTTPS for `--lan` (a self-made certificate unless a trusted one is set) or with TLS_CERT; undefined for plain HTTP. */
export async function lanTls(config: Config) {
  const address = config.lan ? lanAddress() : undefined
  if (config.lan && !address)
    throw new PlainError(
      'This machine has no address on a local network. Connect it to one, or start without --lan.',
    )
  const host = config.lan ? '0.0.0.0' : config.HOST
  if (config.TLS_CERT && config.TLS_KEY) {
    try {
      return {
        cert: readFileSync(config.TLS_CERT, 'utf8'),
        key: readFileSync(config.TLS_KEY, 'utf8'),
        address,
        host,
      }
    } catch (error) {
      throw new PlainError(`TLS_CERT or TLS_KEY cannot be read: ${(error as Error).message}`)
    }
  }
  return address ? { ...(await selfSignedCertificate(config.DATA_DIR, address)), address, host } : undefined
}

type LivekitOptions = Omit<
  Parameters<typeof startLivekitServer>[0],
  'bin' | 'dataDir' | 'port' | 'mediaPort'
> & { ending: Ending }

async function livekitAccess(config: Config, { ending, ...options }: LivekitOptions): Promise<LivekitAccess> {
  if (config.LIVEKIT_URL && config.LIVEKIT_API_KEY && config.LIVEKIT_API_SECRET)
    return {
      url: config.LIVEKIT_URL.replace(/^ws/, 'http'),
      key: config.LIVEKIT_API_KEY,
      secret: config.LIVEKIT_API_SECRET,
    }
  const bin = config.LIVEKIT_SERVER_BIN
  if (!bin)
    throw new PlainError(
      'No livekit-server was found. `npm start` finds or makes one; or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET, or LIVEKIT_SERVER_BIN.',
    )
  const running = await startLivekitServer({
    ...options,
    bin,
    dataDir: config.DATA_DIR,
    port: config.LIVEKIT_PORT,
    mediaPort: config.LIVEKIT_MEDIA_PORT,
  }).catch((cause) => {
    throw new PlainError(`livekit-server (${bin}) did not start: ${cause.message}`)
  })
  ending.add(running.stop)
  return running.access
}

/** The secret behind cookies and sealed values: from the environment, or made at first start and kept with mode 600. */
function serviceSecret(config: Config): Buffer {
  if (config.SESSION_SECRET) return Buffer.from(config.SESSION_SECRET)
  const file = join(config.DATA_DIR, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return Buffer.from(readFileSync(file, 'utf8'), 'hex')
}
