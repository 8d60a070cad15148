import { join } from 'node:path'
import { isExecutable, which } from './find.mjs'
import { buildLivekit, livekitVersion, neededGo } from './livekitBuild.mjs'
import { checksums, fetchRelease, releaseFor } from './livekitRelease.mjs'
import { placeFolder } from './place.mjs'
import { explain, Problem, Stopped } from './problem.mjs'

/**
 * Which livekit-server is there already: `{ outside: true }` for one that runs elsewhere, `{ bin }` for a program on this
 * machine, undefined when one has to be got.
 * @throws Problem when the environment names a server but not all that is needed to use it.
 */
export function findLivekit({ env, cached, outside = true }) {
  if (outside && env.LIVEKIT_URL) {
    const missing = ['LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET'].filter((name) => !env[name])
    if (missing.length === 0) return { outside: true }
    throw new Problem(
      `LIVEKIT_URL names a LiveKit server, but ${missing.join(' and ')} ${
        missing.length === 1 ? 'is' : 'are'
      } not set. Set it too, or unset LIVEKIT_URL to have Hearthside run its own.`,
    )
  }
  if (env.LIVEKIT_SERVER_BIN) {
    if (isExecutable(env.LIVEKIT_SERVER_BIN)) return { bin: env.LIVEKIT_SERVER_BIN }
    throw new Problem(
      `LIVEKIT_SERVER_BIN is ${env.LIVEKIT_SERVER_BIN}, and there is no program at that place.`,
    )
  }
  const bin = which(['livekit-server'], env.PATH) ?? (isExecutable(cached) ? cached : undefined)
  return bin && { bin }
}

/**
 * Finds livekit-server or gets it, and gives the environment that tells the server of it.
 * @param outside whether LIVEKIT_URL counts; tests stop and kill their LiveKit, so they always use one of their own
 * @throws Problem naming each way to get one, when none worked.
 */
export async function prepareLivekit({ say, run, env, cache, outside = true, host = process }) {
  const folder = join(cache, `livekit-server-${livekitVersion}-${host.platform}-${host.arch}`)
  const cached = join(folder, 'livekit-server')
  const found = findLivekit({ env, cached, outside })
  if (found) return found.outside ? env : { ...env, LIVEKIT_SERVER_BIN: found.bin }

  const tried = []
  for (const way of ways({ say, run, env, host })) {
    try {
      await placeFolder(folder, () => isExecutable(cached), way)
      return { ...env, LIVEKIT_SERVER_BIN: cached }
    } catch (error) {
      if (error instanceof Stopped || hopeless.includes(error.code)) throw error
      tried.push(explain(error, { debug: Boolean(env.DEBUG) }))
      say.line(`  That did not work: ${tried.at(-1)}`)
    }
  }
  throw new Problem(noLivekit(cached, tried))
}

/** With a cache that cannot be written, no other way will work either. */
const hopeless = ['ENOSPC', 'EROFS', 'EACCES', 'EPERM']

/** The ways this machine has of getting one, the quick way first. Each fills a temporary folder. */
function* ways({ say, run, env, host }) {
  const release = releaseFor({ platform: host.platform, arch: host.arch, checksums })
  const words = (usually) => ({
    doing: `Getting livekit-server ${livekitVersion}`,
    why: 'it carries sound and picture, and this machine has none yet',
    usually,
  })
  if (release) {
    yield (into) =>
      say.step(words('under half a minute, once'), () => fetchRelease({ ...release, into, run, env }))
  }
  if (which(['go'], env.PATH)) {
    const building = {
      ...words('1 to 4 minutes, once'),
      doing: `Building livekit-server ${livekitVersion} with Go`,
    }
    yield (into) => say.step(building, () => buildLivekit({ into, run, env }))
  }
}

/** The last word when nothing worked: every way there is, with what to type. */
export function noLivekit(cached, tried) {
  return `Hearthside needs livekit-server ${livekitVersion} and could not get it${tried.length ? '' : ' by itself'}. Any one of these will do:
  - install it, then run this again:
      macOS   brew install livekit
      Linux   curl -sSL https://get.livekit.io | bash
      or put the program from https://github.com/livekit/livekit/releases/tag/${livekitVersion} on your PATH
  - install Go ${neededGo} or newer (https://go.dev/dl), then run this again: it builds livekit-server
  - name one you have:     LIVEKIT_SERVER_BIN=/path/to/livekit-server npm start
    or put it at:          ${cached}
  - use one that runs:     LIVEKIT_URL=wss://… LIVEKIT_API_KEY=… LIVEKIT_API_SECRET=… npm start`
}
