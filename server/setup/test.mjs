import './oldNode.mjs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareTestPrograms } from './browser.mjs'
import { checkSources } from './checks.mjs'
import { main } from './main.mjs'
import { prepare, root } from './prepare.mjs'
import { closingLine, readReport, verdict } from './report.mjs'

const wanted = process.argv.slice(2)

await main(async ({ say, run }) => {
  const { node, env: prepared } = await prepare({ say, run, outside: false })
  const { LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET, ...env } = await prepareTestPrograms({
    say,
    run,
    env: prepared,
  })
  const tools = { say, run, env, node, root }
  if (wanted.length === 0 && !(await checkSources(tools))) return 1

  const folder = mkdtempSync(join(tmpdir(), 'hearthside-test-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = [join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...reporters, ...wanted]
  const { code } = await run(node, args, { cwd: root, env, show: true, anyCode: true })

  const report = readReport(file)
  const { good, because } = verdict(report, code)
  if (because) say.line(`\n${because}`)
  say.line(`\n${closingLine(report)}`)
  return good ? 0 : code || 1
})
