import { fileURLToPath } from 'node:url'
import { cacheFolder } from './find.mjs'
import { prepareLivekit } from './livekit.mjs'
import { prepareNode } from './node.mjs'
import { preparePackages } from './packages.mjs'
import { prepareWeb } from './web.mjs'

/** The top of the project: this file is two folders below it. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Makes this copy ready to run. Each step looks first whether its result is there and current, so that a second run costs
 * a fraction of a second. LiveKit comes first: it alone may need something from the user, who should not wait to hear it.
 * @returns {Promise<{ node: string, env: Record<string, string> }>} the Node to run with, and the environment for it
 */
export async function prepare({ say, run, outside }) {
  const cache = cacheFolder(process.env)
  const withLivekit = await prepareLivekit({ say, run, env: process.env, cache, outside })
  const { node, env } = await prepareNode({ say, run, env: withLivekit, cache })
  const tools = { say, run, env, cache, root, node }
  await preparePackages(tools)
  await prepareWeb(tools)
  return { node, env }
}
