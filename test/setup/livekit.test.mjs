import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findLivekit, prepareLivekit } from '../../server/setup/livekit.mjs'
import { goProblem } from '../../server/setup/livekitBuild.mjs'
import { fetchRelease, releaseFor } from '../../server/setup/livekitRelease.mjs'
import { createRunner } from '../../server/setup/run.mjs'
import { quietSay, temporaryFolder, textOf, write } from './support.mjs'

const { run } = createRunner()
const env = { PATH: '/usr/bin:/bin' }
const program = '#!/bin/sh\necho livekit-server version 1.13.4\n'

/** A folder with programs in it: livekit-server on the PATH, in the cache, and one named by the environment. */
function machine() {
  const folder = temporaryFolder()
  write(folder, { 'path/livekit-server': program, cached: program, named: program })
  return { path: join(folder, 'path'), cached: join(folder, 'cached'), named: join(folder, 'named') }
}

test('an outside server comes first, then a named program, the PATH, and the cache', () => {
  const { path, cached, named } = machine()
  const outside = { LIVEKIT_URL: 'wss://sfu.example', LIVEKIT_API_KEY: 'k', LIVEKIT_API_SECRET: 's' }
  const all = { ...outside, LIVEKIT_SERVER_BIN: named, PATH: path }
  expect(findLivekit({ env: all, cached })).toEqual({ outside: true })
  expect(findLivekit({ env: all, cached, outside: false })).toEqual({ bin: named })
  expect(findLivekit({ env: { PATH: path }, cached })).toEqual({ bin: join(path, 'livekit-server') })
  expect(findLivekit({ env: { PATH: '' }, cached })).toEqual({ bin: cached })
  expect(findLivekit({ env: { PATH: '' }, cached: '/nowhere' })).toBeUndefined()
})

test('half an outside server, or a program that is not there, is told and not passed over', () => {
  const { path, cached } = machine()
  const half = { LIVEKIT_URL: 'wss://sfu.example', LIVEKIT_API_KEY: 'k', PATH: path }
  expect(() => findLivekit({ env: half, cached })).toThrow('LIVEKIT_API_SECRET is not set')
  expect(() => findLivekit({ env: { LIVEKIT_SERVER_BIN: '/nowhere' }, cached })).toThrow(
    'no program at that place',
  )
})

test('a release is only looked for where its checksum is pinned', () => {
  const checksums = { linux_amd64: 'abc' }
  expect(releaseFor({ platform: 'linux', arch: 'x64', checksums })).toEqual({
    url: 'https://github.com/livekit/livekit/releases/download/v1.13.4/livekit_1.13.4_linux_amd64.tar.gz',
    sha256: 'abc',
  })
  expect(releaseFor({ platform: 'linux', arch: 'arm64', checksums })).toBeUndefined()
})

/** A release tarball as upstream makes them: the program among other files. */
function tarball() {
  const folder = temporaryFolder()
  write(folder, { 'livekit-server': program, LICENSE: 'words' })
  const { stdout } = spawnSync('tar', ['-czf', '-', '-C', folder, 'LICENSE', 'livekit-server'])
  return stdout
}

/** A stand-in for the release host. `close` also ends answers that never came. */
async function host(answer) {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${server.address().port}`
}

const sha256 = (data) => createHash('sha256').update(data).digest('hex')

test('a release with the pinned checksum is installed, through a redirect too', async () => {
  const good = tarball()
  const url = await host((request, response) => {
    if (request.url === '/real') response.end(good)
    else response.writeHead(302, { location: '/real' }).end()
  })
  const into = temporaryFolder()
  await fetchRelease({ url, sha256: sha256(good), into, run, env })
  expect(readdirSync(into)).toEqual(['livekit-server'])
  expect((await run(join(into, 'livekit-server'), [], { env })).stdout).toContain('1.13.4')
})

const good = (response, data) => response.end(data)
const refusals = [
  ['with another checksum', good, () => sha256('something else'), /not the pinned release/],
  [
    'cut short by its connection',
    (response, data) => {
      response.writeHead(200, { 'content-length': data.length }).write(data.subarray(0, 100))
      setImmediate(() => response.destroy())
    },
    sha256,
    /could not be fetched/,
  ],
  [
    'cut short before it was sent',
    (response, data) => response.end(data.subarray(0, -40)),
    sha256,
    /not the pinned release/,
  ],
  [
    'cut short, and pinned like that',
    (response, data) => response.end(data.subarray(0, 90)),
    (data) => sha256(data.subarray(0, 90)),
    /tar/,
  ],
  ['that is missing', (response) => response.writeHead(404).end(), sha256, /answered 404/],
  ['that never answers', () => {}, sha256, /no answer/],
  [
    'that stops in the middle',
    (response, data) => response.write(data.subarray(0, 100)),
    sha256,
    /no answer/,
  ],
]

test.each(refusals)(
  'a release %s is refused, and nothing is left behind',
  async (_, answer, pinned, reason) => {
    const data = tarball()
    const url = await host((_request, response) => answer(response, data))
    const into = temporaryFolder()
    await expect(
      fetchRelease({ url, sha256: pinned(data), into, run, env, patienceMs: 300 }),
    ).rejects.toThrow(reason)
    expect(readdirSync(into)).toEqual([])
  },
)

test('an unreachable release host is given up at once', async () => {
  const into = temporaryFolder()
  const unreachable = fetchRelease({ url: 'http://127.0.0.1:1/x', sha256: '', into, run, env })
  await expect(unreachable).rejects.toThrow(/could not be fetched/)
})

/** A stand-in for Go: tells of a module folder nobody may write to, and "builds" into the place it is asked to. */
function fakeGo({ sum = 'h1:O7n2/KgMOJJhJBJxqiEL5b00KH3Tc4h0KuPFL+ZYW9k=', fails = '' } = {}) {
  const folder = temporaryFolder()
  write(folder, {
    'module/go.mod': 'module x',
    'bin/go': `#!/bin/sh
echo "$PWD: go $*" >> '${folder}/calls'
${fails && `echo '${fails}' >&2; exit 1`}
if [ "$1" = mod ]; then echo '{ "Dir": "${folder}/module", "Sum": "${sum}" }'; exit; fi
while [ "$1" != -o ]; do shift; done
printf '#!/bin/sh\\necho 1.13.4\\n' > "$2"
`,
  })
  chmodSync(join(folder, 'module'), 0o555)
  const cache = join(folder, 'cache')
  const say = quietSay()
  const prepare = () => prepareLivekit({ say, run, env: { PATH: `${folder}/bin:/usr/bin:/bin` }, cache })
  return { folder, cache, say, prepare, calls: () => textOf(join(folder, 'calls')) }
}

test('with Go, livekit-server is built inside its own module folder, once', async () => {
  const { folder, cache, prepare, calls } = fakeGo()
  const { LIVEKIT_SERVER_BIN: bin } = await prepare()
  expect(textOf(bin)).toContain('1.13.4')
  expect(calls()).toContain('mod download -json github.com/livekit/livekit-server@v1.13.4')
  expect(calls()).toMatch(new RegExp(`${folder}/module: go build .*-mod=readonly`))
  const sofar = calls()
  expect((await prepare()).LIVEKIT_SERVER_BIN).toBe(bin)
  expect(calls()).toBe(sofar)
  expect(readdirSync(join(folder, 'module'))).toEqual(['go.mod'])
  expect(readdirSync(cache)).toHaveLength(1)
})

test.each([
  ['another module than the pinned one', { sum: 'h1:other' }, /than the one known here/],
  [
    'a Go that is too old',
    { fails: 'go: module requires go >= 1.26 (running go 1.19)' },
    /Go on this machine is too old/,
  ],
])('%s ends in every way to get one, and leaves nothing in the cache', async (_, broken, reason) => {
  const { cache, say, prepare } = fakeGo(broken)
  await expect(prepare()).rejects.toThrow(/LIVEKIT_SERVER_BIN=/)
  expect(say.lines.join('\n')).toMatch(reason)
  expect(readdirSync(cache)).toEqual([])
})

test('a Go without its module proxy is told from one that fails for other reasons', () => {
  expect(goProblem('dial tcp: lookup proxy: no such host')?.message).toMatch(/module proxy/)
  expect(goProblem('undefined: x')).toBeUndefined()
})
