import './oldNode.mjs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkSources } from './checks.mjs'
import { main } from './main.mjs'
import { closingLine, readReport, verdict } from './report.mjs'
import { prepareTesting } from './testing.mjs'

const wanted = process.argv.slice(2)

await main(async ({ say, run }) => {
  const tools = await prepareTesting({ say, run })
  if (wanted.length === 0 && !(await checkSources(tools))) return 1

  const folder = mkdtempSync(join(tmpdir(), 'hearthside-test-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = [join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...reporters, ...wanted]
  const { env, node, root } = tools
  const { code } = await run(node, args, { cwd: root, env, show: true, anyCode: true })

  const report = readReport(file)
  const { good, because } = verdict(report, code)
  if (because) say.line(`\n${because}`)
  say.line(`\n${closingLine(report)}`)
  return good ? 0 : code || 1
})
