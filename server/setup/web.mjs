import { join } from 'node:path'
import { oneAtATime } from './lock.mjs'
import { createStamp, hashOf, listFiles } from './stamp.mjs'

/** Everything the web client is built from; of the server it may only see the contracts and the crisis contacts. */
export function webInputs(root) {
  return [
    ...listFiles(root, 'web', { skip: [join('web', 'dist')] }),
    ...listFiles(root, 'scenes'),
    ...listFiles(root, 'server').filter((file) => /(^|[\\/])(contract\.ts|contacts\.json)$/.test(file)),
    ...listFiles(root, '.', { deep: false }).filter((file) =>
      /^(package-lock|tsconfig)\.json$|^lingui\.config\./.test(file),
    ),
  ]
}

/** Builds the web client into web/dist, unless it was built from just these inputs already. */
export async function prepareWeb({ say, run, env, cache, root, node }) {
  const wanted = hashOf(root, webInputs(root))
  const stamp = createStamp(join(root, 'web', 'dist', '.stamp'))
  if (stamp.matches(wanted)) return
  await oneAtATime({ cache, root, say }, async () => {
    if (stamp.matches(wanted)) return
    const words = {
      doing: 'Building the web client',
      why: 'the pages have not been built from these sources yet',
      usually: 'under half a minute',
    }
    await say.step(words, async () => {
      stamp.clear()
      const vite = join('node_modules', 'vite', 'bin', 'vite.js')
      await run(node, [vite, 'build', '--config', join('web', 'vite.config.ts'), '--logLevel', 'warn'], {
        cwd: root,
        env,
      })
      stamp.write(wanted)
    })
  })
}
