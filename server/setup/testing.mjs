import { prepareTestPrograms } from './browser.mjs'
import { prepare, root } from './prepare.mjs'

/** All that tests and benchmarks need, and nothing of an outside LiveKit: they stop and kill the one they use. */
export async function prepareTesting({ say, run }) {
  const { node, env: prepared } = await prepare({ say, run, outside: false })
  const { LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET, ...env } = await prepareTestPrograms({
    say,
    run,
    env: prepared,
  })
  return { say, run, env, node, root }
}
