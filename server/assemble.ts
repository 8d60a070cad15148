import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import express from 'express'
import { renderUnicodeCompact } from 'uqr'
import { sceneOf } from '../scenes/catalog.ts'
import { firstStewardLink } from './accounts/firstSteward.ts'
import { createApp } from './app.ts'
import { installedModels } from './captions/installed.ts'
import type { Config } from './config.ts'
import { backUpWhenDue } from './db/backup.ts'
import { openDeletions } from './db/deletions.ts'
import { backupsDir, prepareDatabase } from './db/prepare.ts'
import type { Deps } from './deps.ts'
import { type Entrances, serve } from './entrances.ts'
import { jobs, startJobs } from './jobs.ts'
import { createChanges } from './lib/changes.ts'
import { usualLimits } from './lib/limits.ts'
import { createLog, errorForLog } from './lib/log.ts'
import { createMail } from './lib/mail.ts'
import { createMetrics } from './lib/metrics.ts'
import { PlainError } from './lib/plainError.ts'
import { createLive } from './rooms/live.ts'
import { createLivekit, type LivekitAccess } from './rooms/livekit.ts'
import { startLivekitServer } from './rooms/livekitServer.ts'
import { createTickets } from './rooms/tickets.ts'
import { webhook } from './rooms/webhook.ts'

type Ending = { add: (step: () => unknown) => void }

/** Opens, makes and connects everything, and lets the entrances answer. Every part adds its own end. */
export async function assemble({
  config,
  entrances,
  ending,
}: {
  config: Config
  entrances: Entrances
  ending: Ending
}): Promise<{ words: string[] }> {
  const now = () => new Date()
  const log = createLog(config.LOG_LEVEL)
  const metrics = createMetrics()
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
    mediaAddress: config.LIVEKIT_MEDIA_ADDRESS ?? entrances.lan ?? '127.0.0.1',
    webhookUrl: `http://127.0.0.1:${innerPort}/livekit/webhook`,
    log,
    onRestart: () => void live?.sweep().catch(() => {}),
    ending,
  })
  const livekit = createLivekit(access)
  live = createLive({ db, livekit, log, now, sceneOf })
  const mail = createMail({ smtpUrl: config.SMTP_URL, from: config.MAIL_FROM, now })
  ending.add(mail.idle)
  const deps: Deps = {
    db,
    livekit,
    live,
    tickets: createTickets(),
    mail,
    log,
    metrics,
    deletions,
    changes,
    models: await installedModels(config.DATA_DIR, (model, why) =>
      log.warn({ model, why }, 'model left out'),
    ),
    publicUrl: entrances.main.url,
    secret,
    config,
    now,
  }

  for (const { server, url } of entrances.all) {
    const { app, gate } = createApp({ deps, url, limits: usualLimits })
    serve(server, app)
    gate.attach(server)
    ending.add(gate.close)
  }
  inner.post('/livekit/webhook', webhook(deps))
  if (config.METRICS_PORT !== 0)
    inner.get('/metrics', async (_req, res) => void res.type(metrics.contentType).send(await metrics.text()))
  live.start()
  ending.add(live.stop)
  const backup = database.dump
  const everyBackup = backup
    ? [
        {
          name: 'backup',
          // a look costs nothing, and a restart does not put it off
          everyMs: 5 * 60_000,
          run: async () => backUpWhenDue(backupsDir(config.DATA_DIR), backup, now(), config.BACKUP_HOURS),
        },
      ]
    : []
  ending.add(startJobs(deps, [...jobs, ...everyBackup]))

  log.info({ innerPort, database: database.kind }, 'started')
  return { words: await welcome(deps, entrances) }
}

async function welcome(deps: Deps, { here, main, lan, selfMade }: Entrances): Promise<string[]> {
  const words = [`\nHearthside is ready: ${here.url}`]
  if (lan) words.push(`On this network:     ${main.url}\n${renderUnicodeCompact(main.url)}`)
  if (selfMade)
    words.push(
      'Its certificate is self-made, so browsers warn once; passkeys and offline start do not work there.',
    )
  // one of our own was waited for, and is watched
  if (deps.config.LIVEKIT_URL)
    await deps.livekit.check().catch((error) => {
      deps.log.warn({ err: errorForLog(error) }, 'LiveKit does not answer')
      words.push(
        `But rooms cannot open: the LiveKit server at ${deps.config.LIVEKIT_URL} does not answer, or does not take LIVEKIT_API_KEY and LIVEKIT_API_SECRET (${(error as Error).message}).`,
      )
    })
  // links for the person who reads this, at this machine
  const hereDeps = { ...deps, publicUrl: here.url }
  if (deps.config.demo) {
    const { fillDemo } = await import('./demo/fill.ts')
    words.push(...(await fillDemo(hereDeps)))
  }
  const { steward } = deps.config
  const link = await firstStewardLink(hereDeps, steward)
  if (link)
    words.push(
      `${steward ? 'This link makes whoever opens it a steward' : 'There is no steward yet. This link makes the first one'}, once, within 7 days:\n  ${link}`,
    )
  return words
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
