import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const repository = fileURLToPath(new URL('../..', import.meta.url))

/** An empty folder that is gone after the test. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'hearthside-setup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes files given as `{ path: content }` below a folder. */
export function write(folder, files) {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content, { mode: content.startsWith('#!') ? 0o755 : 0o644 })
  }
}

/** A file's text, empty while there is none. */
export function textOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Set-up's way of speaking, kept instead of shown. */
export function quietSay() {
  const lines = []
  const line = (text) => lines.push(text)
  const step = (words, work) => {
    line(words.doing)
    return work()
  }
  return { lines, line, step }
}

/** Whether a process exists; one that has ended and only waits to be reaped does not count. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return !/^\d+ \(.*\) Z/.test(textOf(`/proc/${pid}/stat`))
}

/** Resolves once `condition` holds; its value is the result. The test's own time limit ends a wait in vain. */
export async function until(condition) {
  for (;;) {
    const value = condition()
    if (value) return value
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const fakeNpm = `#!/bin/sh
echo "npm $1" >> "$CALLS"
[ -n "$NPM_SAYS" ] && echo "$NPM_SAYS" >&2 && exit 1
if [ -n "$NPM_HANGS" ]; then sleep 300 & echo $! > "$NPM_HANGS"; wait; fi
mkdir -p node_modules/vite/bin
cat > node_modules/vite/bin/vite.js <<'END'
require('node:fs').appendFileSync(process.env.CALLS, 'vite build\\n')
require('node:fs').mkdirSync('web/dist', { recursive: true })
END
`

const fakeServer = `
import { spawn } from 'node:child_process'
const flags = process.argv.slice(2)
const livekit = spawn('sleep', ['300'])
const end = (code: number) => { livekit.kill(); process.exit(code) }
process.on('disconnect', () => end(1))
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => { console.log('server got', signal); if (!flags.includes('--stubborn')) end(0) })
}
if (flags.includes('--fail')) end(7)
console.log('server up', process.pid, livekit.pid, process.env.LIVEKIT_SERVER_BIN, flags.join(' '))
if (flags.includes('--crash')) process.exit(3)
`

/**
 * A project with our real set-up in it, and stand-ins for what it sets up: npm, Vite, livekit-server and the server.
 * `calls()` lists what was really done; `run` starts one of its commands.
 */
export function createProject() {
  const folder = temporaryFolder()
  const root = join(folder, 'a project')
  cpSync(join(repository, 'server/setup'), join(root, 'server/setup'), { recursive: true })
  write(root, {
    'package.json': '{ "type": "module" }',
    'package-lock.json': '{}',
    'web/vite.config.ts': 'export default {}',
    'web/main.ts': 'export {}',
    'server/main.ts': fakeServer,
  })
  write(folder, { 'bin/npm': fakeNpm, 'bin/livekit-server': '#!/bin/sh\n' })
  const env = {
    PATH: `${join(folder, 'bin')}:/usr/bin:/bin`,
    HOME: folder,
    HEARTHSIDE_CACHE: join(folder, 'cache'),
    CALLS: join(folder, 'calls'),
  }
  return {
    folder,
    root,
    env,
    calls: () => textOf(env.CALLS).split('\n').filter(Boolean),
    run: (script, args = [], more = {}) =>
      command(process.execPath, [join('server/setup', script), ...args], {
        cwd: root,
        env: { ...env, ...more },
      }),
    /** As npm does: by a parent that ends by SIGTERM and tells nobody. */
    runUnderNpm: (script) =>
      command('/bin/sh', ['-c', `"$0" "$1" & wait`, process.execPath, join('server/setup', script)], {
        cwd: root,
        env,
      }),
  }
}

/** Runs a command to its end. `said` is a function, because it grows; `printed` is that without what goes to standard error. */
function command(program, args, options) {
  const child = spawn(program, args, options)
  let said = ''
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  child.stdout.on('data', (chunk) => (printed += chunk))
  const ended = new Promise((resolve) => child.on('close', resolve))
  onTestFinished(() => child.kill('SIGKILL'))
  return { child, ended, said: () => said, printed: () => printed }
}
