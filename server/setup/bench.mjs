import './oldNode.mjs'
import { join } from 'node:path'
import { main } from './main.mjs'
import { prepareTesting } from './testing.mjs'

const asked = process.argv.slice(2)
// captions and scenes have commands of their own
const wanted = asked.length > 0 ? asked : ['firstFrame', 'join', 'size']

await main(async ({ say, run }) => {
  const { env, node, root } = await prepareTesting({ say, run })
  const config = join('test', 'bench', 'vitest.config.ts')
  const args = [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', config, ...wanted]
  const { code } = await run(node, args, { cwd: root, env, show: true, anyCode: true })
  return code
})
