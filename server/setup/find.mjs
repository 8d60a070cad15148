import { accessSync, constants, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'

/** Whether this is a file we may run. */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/** The first of these programs on the given PATH, as a full path. */
export function which(names, path = '') {
  const folders = path.split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
}

/** Where things too big to build twice are kept, for all copies of the project on this machine. */
export function cacheFolder(env, home = homedir()) {
  return resolve(env.HEARTHSIDE_CACHE || join(env.XDG_CACHE_HOME || join(home, '.cache'), 'hearthside'))
}

/** The environment with this folder searched first, so that `env node`, npx and scripts find what is in it. */
export function withPathFirst(env, folder) {
  return { ...env, PATH: [folder, env.PATH].filter(Boolean).join(delimiter) }
}
