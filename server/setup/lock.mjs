import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A holder touches its lock this often; one left untouched for `staleMs` belongs to a process that was killed. */
const beatMs = 1000
const staleMs = 10_000

/**
 * Runs `work` while no other start works on the same project folder: two `npm ci` at once would tear node_modules apart.
 * The lock lives in the cache, because npm empties node_modules and nothing else in the project is ours to write.
 */
export async function oneAtATime({ cache, root, say }, work) {
  mkdirSync(cache, { recursive: true })
  const file = join(cache, `${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`)
  let told = false
  while (!take(file)) {
    if (!told) say.line('Another start is setting up this folder: waiting for it.')
    told = true
    await pause(200)
  }
  const free = () => rmSync(file, { force: true })
  const beat = setInterval(() => touch(file), beatMs)
  process.once('exit', free)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.removeListener('exit', free)
    free()
  }
}

function take(file) {
  try {
    closeSync(openSync(file, 'wx'))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (Date.now() - touched > staleMs) rmSync(file, { force: true })
    return false
  }
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // Somebody cleared the cache; the work itself does not need it.
  }
}
