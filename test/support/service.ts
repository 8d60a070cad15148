import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { fillWithEmptyDatabase } from './ownServer.ts'
import { livekitPid, type Running, startServer } from './process.ts'

/** The real `server/main.ts` as a process of its own, with its livekit-server, on a free port and a fresh data folder. */
export type Service = {
  /** the address for everybody */
  url: string
  dataDir: string
  child: Running['child']
  /** all that it printed */
  output: () => string
  /** waits until it has printed this, and returns the first group of it, or the whole where there is none */
  says: (pattern: RegExp) => Promise<string>
  /** pid of its livekit-server */
  livekitPid: () => number
  stop: () => Promise<void>
}

/** Starts the service, after `lay` has put into its data folder what should be there, and waits until it says that it is ready. Throws with its words when it ends before. */
export async function startService(
  options: { flags?: string[]; env?: Record<string, string>; lay?: (dataDir: string) => void } = {},
): Promise<Service> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hearthside-service-'))
  // making one takes seconds, and is tested where that is the question
  fillWithEmptyDatabase(dataDir)
  options.lay?.(dataDir)
  const { child, ready, ended, out, err } = startServer(dataDir, options.env, options.flags)
  const output = () => out() + err()
  return {
    url: await ready,
    dataDir,
    child,
    output,
    says: (pattern) =>
      vi.waitFor(
        () => {
          const found = pattern.exec(output())
          if (!found) throw new Error(`nothing like ${pattern} in: ${output()}`)
          return found[1] ?? found[0]
        },
        { timeout: 20_000 },
      ),
    livekitPid: () => livekitPid(dataDir),
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
