import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Makes a folder appear all at once: `fill` works in a temporary sibling, which is renamed when it is complete. Whoever
 * loses a race uses the winner's (`isGood` tells it from a damaged one), and a failed or interrupted attempt is never
 * mistaken for a result.
 */
export async function placeFolder(folder, isGood, fill) {
  mkdirSync(dirname(folder), { recursive: true })
  const temporary = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`))
  const discard = () => rmSync(temporary, { recursive: true, force: true })
  process.once('exit', discard)
  try {
    await fill(temporary)
    chmodSync(temporary, 0o755)
    if (!isGood()) swap(temporary, folder, isGood)
  } catch (error) {
    if (isFull(temporary))
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', cause: error })
    throw error
  } finally {
    process.removeListener('exit', discard)
    discard()
  }
}

/** Whether nothing more fits: npm cuts files short on a full disk without a word, and the damage shows later. */
function isFull(folder) {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < 1024 * 1024
}

function swap(from, to, isGood) {
  rmSync(to, { recursive: true, force: true })
  try {
    renameSync(from, to)
  } catch (error) {
    if (!isGood()) throw error
  }
}
