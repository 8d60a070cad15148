import './oldNode.mjs'
import { main } from './main.mjs'
import { prepare, root } from './prepare.mjs'

/** npm keeps `npm start --lan` to itself and leaves only this trace of it; `npm start -- --lan` reaches us as it is. */
const kept = ['lan', 'demo', 'steward']
  .filter((name) => process.env[`npm_config_${name}`])
  .map((name) => `--${name}`)
const flags = [...new Set([...process.argv.slice(2), ...kept])]

await main(async ({ say, run }) => {
  const { node, env } = await prepare({ say, run })
  const args = ['--disable-warning=ExperimentalWarning', 'server/main.ts', ...flags]
  const { code } = await run(node, args, {
    cwd: root,
    env,
    show: true,
    anyCode: true,
    leader: true,
    ipc: true,
  })
  return code
})
