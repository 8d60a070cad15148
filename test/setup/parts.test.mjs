import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { oneAtATime } from '../../server/setup/lock.mjs'
import { placeFolder } from '../../server/setup/place.mjs'
import { CommandFailed, explain, Problem } from '../../server/setup/problem.mjs'
import { closingLine, verdict } from '../../server/setup/report.mjs'
import { createSay } from '../../server/setup/say.mjs'
import { createStamp, hashOf, listFiles } from '../../server/setup/stamp.mjs'
import { webInputs } from '../../server/setup/web.mjs'
import { quietSay, temporaryFolder, textOf, until, write } from './support.mjs'

const failed = (output) => new CommandFailed('npm ci', 1, output)

test.each([
  ['a full disk', failed('npm error code ENOSPC'), /^The disk is full/],
  ["Go's full disk", failed('write /tmp/x: no space left on device'), /^The disk is full/],
  [
    'a read-only folder',
    Object.assign(new Error('EROFS: mkdir'), { code: 'EROFS' }),
    /^The folder is read-only/,
  ],
  [
    "somebody else's folder",
    Object.assign(new Error('EACCES: open'), { code: 'EACCES' }),
    /^The folder belongs to/,
  ],
  ['no network', failed('npm error code EAI_AGAIN'), /^The package registry cannot be reached/],
  [
    'a lockfile that does not fit',
    failed(
      'npm error `npm ci` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync.',
    ),
    /^package-lock.json does not fit/,
  ],
  [
    'a long output',
    failed(Array.from({ length: 99 }, (_, i) => `line ${i}`).join('\n')),
    /line 0\n[\s\S]*line 14\n {2}…\n {2}line 84\n[\s\S]*line 98$/,
  ],
  ['a Problem', new Problem('Do this.'), /^Do this\.$/],
  [
    'a command',
    failed('\x1b[31mone\x1b[0m\n    at file (x.js:1:2)\ntwo\n'),
    /^npm ci ended with code 1. It said:\n {2}one\n {2}two$/,
  ],
  ['anything else', new Error('odd'), /^odd \(DEBUG=1 shows where\)$/],
])('%s is told in plain words, and with its stack only for DEBUG', (_, error, words) => {
  expect(explain(error)).toMatch(words)
  expect(explain(error)).not.toMatch(/\n\s+at /)
  expect(explain(error, { debug: true })).toMatch(/\n\s+at /)
})

test.each([
  [
    'in a log',
    false,
    /Building: because\. Usually a while\.\n {2}… Building, \d s so far\n[\s\S]* {2}done in \d s\n$/,
  ],
  [
    'on a terminal',
    true,
    /Building: because\. Usually a while\.\n<clear>⠋ Building … \d s[\s\S]*<clear> {2}done in \d s\n$/,
  ],
])('a long step shows %s that it is alive', async (_, lively, shown) => {
  let text = ''
  const say = createSay({
    out: { write: (more) => (text += more.replace('\r\x1b[K', '<clear>')) },
    lively,
    everyMs: 5,
  })
  await say.step({ doing: 'Building', why: 'because', usually: 'a while' }, () => until(() => /…/.test(text)))
  expect(text).toMatch(shown)
})

test('contents and names decide a hash, times and the order of listing do not', () => {
  const root = temporaryFolder()
  write(root, { 'web/a.ts': 'a', 'web/deep/b.ts': 'b', 'web/dist/out.js': 'x' })
  const hash = () => hashOf(root, listFiles(root, 'web', { skip: ['web/dist'] }))
  const before = hash()
  utimesSync(join(root, 'web/a.ts'), 1, 1)
  write(root, { 'web/dist/out.js': 'another' })
  expect(hash()).toBe(before)
  write(root, { 'web/a.ts': 'b', 'web/deep/b.ts': 'a' })
  expect(hash()).not.toBe(before)
  expect(listFiles(root, 'nowhere')).toEqual([])
})

test('a stamp holds until the work begins anew', () => {
  const stamp = createStamp(join(temporaryFolder(), 'deep/.stamp'))
  expect(stamp.matches('x')).toBe(false)
  stamp.write('x')
  expect([stamp.matches('x'), stamp.matches('y')]).toEqual([true, false])
  stamp.clear()
  expect(stamp.matches('x')).toBe(false)
})

test('a placed folder appears whole or not at all, and a damaged one is replaced', async () => {
  const cache = temporaryFolder()
  const folder = join(cache, 'thing')
  const isGood = () => textOf(join(folder, 'file')) === 'whole'
  const fill = (text) => (into) => writeFileSync(join(into, 'file'), text)
  await expect(placeFolder(folder, isGood, () => Promise.reject(new Error('cut off')))).rejects.toThrow(
    'cut off',
  )
  expect(readdirSync(cache)).toEqual([])
  mkdirSync(folder)
  await placeFolder(folder, isGood, fill('whole'))
  await placeFolder(folder, isGood, fill('late'))
  expect(isGood()).toBe(true)
  expect(readdirSync(cache)).toEqual(['thing'])
})

test('one start works on a folder at a time, and one that was killed does not hold up the next', async () => {
  const at = { cache: temporaryFolder(), root: '/project', say: quietSay() }
  let running = 0
  const work = async () => {
    expect(++running).toBe(1)
    await until(() => at.say.lines.length > 0)
    running--
  }
  await Promise.all([oneAtATime(at, work), oneAtATime(at, work)])
  expect(at.say.lines).toEqual(['Another start is setting up this folder: waiting for it.'])

  await oneAtATime(at, () => {
    const [lock] = readdirSync(at.cache)
    const longAgo = new Date(Date.now() - 60_000)
    utimesSync(join(at.cache, lock), longAgo, longAgo)
    return oneAtATime(at, () => expect(readdirSync(at.cache)).toHaveLength(1))
  })
  expect(readdirSync(at.cache)).toEqual([])
})

const file = (status, ...tests) => ({ status, assertionResults: tests.map((one) => ({ status: one })) })
const report = (passed, failures, skipped, ...testResults) => ({
  numPassedTests: passed,
  numFailedTests: failures,
  numPendingTests: skipped,
  testResults,
})

test.each([
  ['all passed', report(2, 0, 0, file('passed', 'passed', 'passed')), 0, '2 passed, 0 failed', true],
  ['some skipped', report(2, 0, 1, file('passed', 'passed')), 0, '2 passed, 0 failed, 1 skipped', true],
  ['one failed', report(1, 1, 0, file('failed', 'failed', 'passed')), 1, '1 passed, 1 failed', false],
  [
    'a file that does not load',
    report(1, 0, 0, file('failed'), file('passed', 'passed')),
    1,
    '1 passed, 1 failed',
    false,
  ],
  ['nothing was run', report(0, 0, 0), 0, '0 passed, 0 failed', false],
  ['an error outside all tests', report(3, 0, 0, file('passed', 'passed')), 1, '3 passed, 0 failed', false],
  ['no report at all', undefined, 1, '0 passed, 0 failed', false],
])('the closing line when %s', (_, given, code, line, good) => {
  expect(closingLine(given)).toBe(line)
  expect(verdict(given, code).good).toBe(good)
})

test('the client is built again when anything changes that it is made of, also what it takes from the server', () => {
  const root = join(import.meta.dirname, '../..')
  const inputs = new Set(webInputs(root).map(normalize))
  const sources = [...inputs].filter((file) => /^web[\\/].*\.tsx?$/.test(file))
  const taken = sources.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/from '(\.[^'?]+)/g)].map(([, path = '']) =>
      join(dirname(file), path),
    ),
  )
  expect(taken.filter((path) => path.startsWith('server'))).not.toEqual([])
  // what packages hold is named by the lockfile
  const ours = taken.filter((path) => !path.startsWith('node_modules'))
  expect(ours.filter((path) => !inputs.has(path))).toEqual([])
})
