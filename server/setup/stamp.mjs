import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** All files under `folder`, as sorted paths relative to `root`; a folder that is not there has none. */
export function listFiles(root, folder, { skip = [], deep = true } = {}) {
  const top = join(root, folder)
  if (!existsSync(top)) return []
  const found = []
  const walk = (at) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const full = join(at, entry.name)
      if (skip.includes(relative(root, full))) continue
      if (entry.isDirectory() && deep) walk(full)
      else if (entry.isFile()) found.push(relative(root, full))
    }
  }
  walk(top)
  return found.sort()
}

/** One hash over names and contents: times differ after every checkout, contents only when something changed. */
export function hashOf(root, files, extra = '') {
  const hash = createHash('sha256').update(extra)
  for (const file of files) {
    const content = readFileSync(join(root, file))
    hash.update(`\0${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * The note beside a result that says what it was made from. It is taken away before the work begins and written when the
 * work is done, so an interrupted attempt counts as none.
 */
export function createStamp(file) {
  return {
    matches: (value) => existsSync(file) && readFileSync(file, 'utf8') === value,
    clear: () => rmSync(file, { force: true }),
    write: (value) => {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, value)
    },
  }
}
