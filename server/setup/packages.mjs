import { join } from 'node:path'
import { oneAtATime } from './lock.mjs'
import { npm, quietly } from './node.mjs'
import { createStamp, hashOf } from './stamp.mjs'

/** Installs exactly what package-lock.json names, unless node_modules came from this very lockfile already. */
export async function preparePackages({ say, run, env, cache, root }) {
  const wanted = hashOf(root, ['package-lock.json'], `${process.platform}-${process.arch}`)
  const stamp = createStamp(join(root, 'node_modules', '.hearthside-stamp'))
  if (stamp.matches(wanted)) return
  await oneAtATime({ cache, root, say }, async () => {
    if (stamp.matches(wanted)) return
    const words = {
      doing: 'Installing the packages',
      why: 'this copy has none yet, or package-lock.json has changed',
      usually: 'under a minute',
    }
    await say.step(words, async () => {
      stamp.clear()
      // The web build and the tests need the development packages, whatever NODE_ENV says.
      await run(npm(env), ['ci', '--include=dev', ...quietly], { cwd: root, env })
      stamp.write(wanted)
    })
  })
}
