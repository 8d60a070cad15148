import { mkdirSync, readdirSync, realpathSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createStamp, hashOf } from '../../server/setup/stamp.mjs'
import { createProject, repository, write } from './support.mjs'

const passing = `import { expect, test } from 'vitest'

test('adds', () => expect(1 + 1).toBe(2))
test('is told its programs', () => {
  expect(process.env.LIVEKIT_SERVER_BIN).toMatch(/livekit-server$/)
  expect(process.env.CHROMIUM_PATH).toMatch(/chromium$/)
  expect(process.env.LIVEKIT_URL).toBeUndefined()
})
`

/** A project whose node_modules are linked to ours, so that the real Vitest, Biome and TypeScript are run. */
function createTestedProject(files) {
  const project = createProject()
  const modules = join(project.root, 'node_modules')
  const ours = realpathSync(join(repository, 'node_modules'))
  mkdirSync(modules)
  for (const name of readdirSync(ours).filter((one) => one !== 'vite'))
    symlinkSync(join(ours, name), join(modules, name))
  write(project.root, {
    'package.json': '{ "type": "module" }\n',
    'biome.json': '{ "files": { "includes": ["test/**"] }, "formatter": { "enabled": false } }',
    'tsconfig.json':
      '{ "compilerOptions": { "strict": true, "noEmit": true, "types": ["node"], "module": "NodeNext" }, "include": ["test"] }',
    'node_modules/vite/bin/vite.js': '',
    ...files,
  })
  const lock = hashOf(project.root, ['package-lock.json'], `${process.platform}-${process.arch}`)
  createStamp(join(modules, '.hearthside-stamp')).write(lock)
  write(project.folder, { 'bin/chromium': '#!/bin/sh\n', 'bin/espeak-ng': '#!/bin/sh\n' })
  return project
}

// which of two streams is read last is chance
const lastLine = ({ printed }) => printed().trimEnd().split('\n').at(-1)
const outside = {
  LIVEKIT_URL: 'wss://sfu.example',
  LIVEKIT_API_KEY: 'k',
  LIVEKIT_API_SECRET: 's',
  CI: 'true',
}

test('clean sources and passing tests end with their number, and well', async () => {
  const run = createTestedProject({ 'test/a.test.ts': passing }).run('test.mjs', [], outside)
  expect([await run.ended, lastLine(run)], run.said()).toEqual([0, '2 passed, 0 failed'])
})

test('lint and types both speak before any test is run', async () => {
  const project = createTestedProject({
    'test/a.test.ts': passing,
    'test/ugly.ts': 'debugger\n',
    'test/wrong.ts': "export const one: number = '1'\n",
  })
  const run = project.run('test.mjs')
  expect(await run.ended).toBe(1)
  for (const words of ['Lint failed', 'test/ugly.ts', 'Types failed', 'TS2322', 'No tests were run.']) {
    expect(run.said()).toContain(words)
  }
  expect(run.said()).not.toMatch(/\d+ passed/)
})

test('arguments choose the tests, and leave lint and types out', async () => {
  const project = createTestedProject({
    'test/a.test.ts': passing,
    'test/b.test.ts': "import { test } from 'vitest'\ntest('fails', () => { throw new Error(\"no\") })\n",
  })
  const one = project.run('test.mjs', ['test/a.test.ts'])
  expect([await one.ended, lastLine(one)]).toEqual([0, '2 passed, 0 failed'])
  const all = project.run('test.mjs', ['test'])
  expect([await all.ended, lastLine(all)]).toEqual([1, '2 passed, 1 failed'])
})

test('a file that does not load, and no test at all, are failures', async () => {
  const project = createTestedProject({ 'test/a.test.ts': "import './nowhere.ts'\n" })
  const unloadable = project.run('test.mjs', ['test/a.test.ts'])
  expect([await unloadable.ended, lastLine(unloadable)]).toEqual([1, '0 passed, 1 failed'])
  const none = project.run('test.mjs', ['test/none'])
  expect([await none.ended, lastLine(none)]).toEqual([1, '0 passed, 0 failed'])
  expect(none.said()).toContain('No tests were run, and that counts as a failure.')
})
