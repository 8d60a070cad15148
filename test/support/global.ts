import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '../../server/db/open.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** file with a migrated, empty embedded database: each test's database begins as a copy of it */
    emptyDatabase: string
    /** the same as a folder: a server's own database in a process of its own */
    emptyDatabaseDir: string
    livekitBin: string
    chromium: string
  }
}

/** Fails when a real part is missing: tests never run against a stand-in without saying so. */
function needed(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run the tests with \`npm test\`, which finds or makes it.`)
  return value
}

export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'hearthside-test-'))
  const dir = join(folder, 'db')
  const database = await openEmbedded(dir)
  await database.migrate()
  const file = join(folder, 'empty.tar.gz')
  if (database.dump) writeFileSync(file, Buffer.from(await (await database.dump()).arrayBuffer()))
  await database.close()
  project.provide('emptyDatabase', file)
  project.provide('emptyDatabaseDir', dir)
  project.provide('livekitBin', needed('LIVEKIT_SERVER_BIN'))
  project.provide('chromium', needed('CHROMIUM_PATH'))
  return () => rmSync(folder, { recursive: true, force: true })
}
