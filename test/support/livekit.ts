import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { createLog } from '../../server/lib/log.ts'
import { type LivekitServer, startLivekitServer } from '../../server/rooms/livekitServer.ts'

/** A real livekit-server under our own supervisor. `webhookUrl` is where it reports; by default nowhere. */
export async function startTestLivekit(
  options: { webhookUrl?: string; onRestart?: () => void } = {},
): Promise<LivekitServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hearthside-livekit-'))
  const server = await startLivekitServer({
    bin: inject('livekitBin'),
    dataDir,
    port: 0,
    mediaPort: 0,
    mediaAddress: '127.0.0.1',
    webhookUrl: options.webhookUrl ?? 'http://127.0.0.1:9/',
    log: createLog(process.env.TEST_LOG ?? 'silent'),
    onRestart: options.onRestart ?? (() => {}),
  })
  return {
    ...server,
    stop: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
