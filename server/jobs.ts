import { DAY, HOUR } from './accounts/rules.ts'
import { deleteAccounts, dueAccounts, purgeExpired } from './accounts/store.ts'
import { forgetLeft } from './circles/store.ts'
import { closeUnfacilitated } from './circles/unfacilitated.ts'
import type { Deps } from './deps.ts'
import { errorForLog } from './lib/log.ts'
import { forgetCodes } from './rooms/screens.ts'
import { forgetAttendance, forgetEvents, openRooms } from './rooms/store.ts'
import { forgetHandovers } from './scenes/store.ts'
import { forgetTallies } from './tallies/store.ts'

/** Work that waits. What is due stands in the database with its time, so a job may run twice, late, or on two servers. */
export type Job = { name: string; everyMs: number; run: (deps: Deps) => Promise<unknown> }

const MINUTE = 60_000
const ATTENDANCE_KEPT_MS = 30 * DAY

export const jobs: readonly Job[] = [
  {
    name: 'delete accounts whose time has come',
    everyMs: 5 * MINUTE,
    run: async (deps) => {
      const ids = await dueAccounts(deps.db, deps.now())
      deps.deletions.note(ids)
      for (const id of await deleteAccounts(deps.db, ids, deps.now())) deps.deletions.takenBack(id)
    },
  },
  {
    name: 'look after circles without a facilitator',
    everyMs: 5 * MINUTE,
    run: (deps) => deps.db.transaction((tx) => closeUnfacilitated(tx, deps.now())),
  },
  {
    name: 'forget expired links, login sessions and invitations',
    everyMs: HOUR,
    run: (deps) => purgeExpired(deps.db, deps.now()),
  },
  {
    name: 'forget attendance',
    everyMs: 10 * MINUTE,
    run: (deps) => forgetAttendance(deps.db, deps.now(), new Date(deps.now().getTime() - ATTENDANCE_KEPT_MS)),
  },
  {
    name: 'forget who left a circle',
    everyMs: MINUTE,
    run: (deps) => forgetLeft(deps.db),
  },
  {
    // screens go when they end, the last ones with their room
    name: 'forget codes for second screens',
    everyMs: 5 * MINUTE,
    run: (deps) => forgetCodes(deps.db, deps.now()),
  },
  {
    name: 'forget codes for other devices',
    everyMs: 5 * MINUTE,
    run: (deps) => forgetHandovers(deps.db, deps.now()),
  },
  {
    // answers go when their scene is closed; what they came to is for those who have just met
    name: 'forget what circles’ answers came to',
    everyMs: 5 * MINUTE,
    run: (deps) => forgetTallies(deps.db, new Date(deps.now().getTime() - HOUR)),
  },
  {
    name: 'forget webhooks',
    everyMs: HOUR,
    run: (deps) => forgetEvents(deps.db, new Date(deps.now().getTime() - DAY)),
  },
  {
    name: 'count open rooms',
    everyMs: MINUTE,
    run: async (deps) => deps.metrics.openRooms((await openRooms(deps.db)).length),
  },
]

/** Runs each job now and then again and again, one run of a job at a time, until the returned function is called. */
export function startJobs(deps: Deps, list: readonly Job[] = jobs): () => Promise<void> {
  let stopped = false
  const timers = new Map<string, NodeJS.Timeout>()
  const running = new Map<string, Promise<unknown>>()
  const turn = (job: Job) => {
    const work = job
      .run(deps)
      .catch((error) => deps.log.error({ job: job.name, err: errorForLog(error) }, 'job failed'))
    running.set(
      job.name,
      work.finally(() => {
        if (!stopped) timers.set(job.name, setTimeout(turn, job.everyMs, job))
      }),
    )
  }
  for (const job of list) turn(job)
  return async () => {
    stopped = true
    for (const timer of timers.values()) clearTimeout(timer)
    await Promise.all(running.values())
  }
}
