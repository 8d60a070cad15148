import './oldNode.mjs'
import { join } from 'node:path'
import { cacheFolder } from './find.mjs'
import { main } from './main.mjs'
import { prepareNode } from './node.mjs'
import { preparePackages } from './packages.mjs'
import { root } from './prepare.mjs'

// `npm run captions:model`: what it needs is a Node that runs our TypeScript, and the packages
await main(async ({ say, run }) => {
  const cache = cacheFolder(process.env)
  const { node, env } = await prepareNode({ say, run, env: process.env, cache })
  await preparePackages({ say, run, env, cache, root })
  const args = ['--disable-warning=ExperimentalWarning', join('server', 'captions', 'install.ts')]
  const { code } = await run(node, [...args, ...process.argv.slice(2)], {
    cwd: root,
    env,
    show: true,
    anyCode: true,
  })
  return code
})
