import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createProject, isAlive, textOf, until, write } from './support.mjs'

const serverOf = async ({ said }) => {
  const [, server, livekit] = await until(() => said().match(/server up (\d+) (\d+)/))
  return { server: Number(server), livekit: Number(livekit) }
}

test('a first start installs, builds, says what it does and why, and runs the server with its flags', async () => {
  const project = createProject()
  const start = project.run('start.mjs', ['--lan', '--demo'])
  await serverOf(start)
  expect(project.calls()).toEqual(['npm ci', 'vite build'])
  expect(start.said()).toMatch(/Installing the packages: this copy has none yet, .* Usually under a minute\./)
  expect(start.said()).toContain(`${join(project.folder, 'bin/livekit-server')} --lan --demo`)
  start.child.kill('SIGTERM')
  await start.ended
})

test('a second start does nothing again, and a change does only what it made necessary', async () => {
  const project = createProject()
  const again = async () => {
    write(project.folder, { calls: '' })
    await project.run('start.mjs', ['--fail']).ended
    return project.calls()
  }
  await again()
  expect(await again()).toEqual([])
  write(project.root, { 'web/main.ts': 'export const changed = true' })
  expect(await again()).toEqual(['vite build'])
  write(project.root, { 'server/circles/contract.ts': 'export {}' })
  expect(await again()).toEqual(['vite build'])
  write(project.root, { 'server/circles/routes.ts': 'export {}' })
  expect(await again()).toEqual([])
  write(project.root, { 'package-lock.json': '{ "changed": true }' })
  expect(await again()).toEqual(['npm ci', 'vite build'])
})

test("the server's exit code is ours", async () => {
  expect(await createProject().run('start.mjs', ['--fail']).ended).toBe(7)
})

test.each(['SIGINT', 'SIGTERM'])('%s reaches the server once and leaves no process', async (signal) => {
  const start = createProject().run('start.mjs')
  const { server, livekit } = await serverOf(start)
  start.child.kill(signal)
  expect(await start.ended).toBe(0)
  expect(start.said().match(/server got/g)).toHaveLength(1)
  expect([server, livekit].filter(isAlive)).toEqual([])
})

/** How long a server that ignores signals lives after these signals, each sent when its condition holds. */
async function stubbornly(...conditions) {
  const start = createProject().run('start.mjs', ['--stubborn'])
  const { server, livekit } = await serverOf(start)
  const asked = Date.now()
  for (const condition of conditions) {
    await until(() => condition(start.said(), Date.now() - asked))
    start.child.kill('SIGINT')
  }
  const code = await start.ended
  expect([server, livekit].filter(isAlive)).toEqual([])
  expect(start.said().match(/server got/g)).toHaveLength(1)
  return { code, seconds: (Date.now() - asked) / 1000 }
}

test('a server that ignores the signal is ended within five seconds, even when npm passes the signal on as well', async () => {
  const { code, seconds } = await stubbornly(
    () => true,
    (said) => said.includes('server got'),
  )
  expect(code).toBe(137)
  expect(seconds).toBeGreaterThan(3)
  expect(seconds).toBeLessThan(5)
}, 10_000)

test('a second Ctrl-C ends it at once', async () => {
  const { code, seconds } = await stubbornly(
    () => true,
    (_, sofar) => sofar > 600,
  )
  expect(code).toBe(137)
  expect(seconds).toBeLessThan(2.5)
})

test('what a crashed server leaves running is ended', async () => {
  const start = createProject().run('start.mjs', ['--crash'])
  const { livekit } = await serverOf(start)
  expect(await start.ended).toBe(3)
  await until(() => !isAlive(livekit))
})

test('the server notices when we are killed, and ends', async () => {
  const start = createProject().run('start.mjs')
  const { server, livekit } = await serverOf(start)
  start.child.kill('SIGKILL')
  await until(() => ![server, livekit].some(isAlive))
})

test('when npm is ended, the server ends too', async () => {
  const start = createProject().runUnderNpm('start.mjs')
  const { server, livekit } = await serverOf(start)
  start.child.kill('SIGTERM')
  // only once every process that writes into them is gone are the pipes closed
  await start.ended
  expect([server, livekit].filter(isAlive)).toEqual([])
  expect(start.said().match(/server got/g)).toEqual(['server got'])
})

test('a signal during a step ends that step with all it started', async () => {
  const project = createProject()
  const hanging = join(project.folder, 'hanging.pid')
  const start = project.run('start.mjs', [], { NPM_HANGS: hanging })
  const pid = Number(await until(() => textOf(hanging).trim()))
  start.child.kill('SIGINT')
  expect(await start.ended).toBe(130)
  await until(() => !isAlive(pid))
  expect(project.calls()).toEqual(['npm ci'])
})

test('two first starts at once install once, and both come up', async () => {
  const project = createProject()
  const both = [project.run('start.mjs'), project.run('start.mjs')]
  await Promise.all(both.map(serverOf))
  expect(project.calls()).toEqual(['npm ci', 'vite build'])
  for (const { child } of both) child.kill('SIGTERM')
  await Promise.all(both.map(({ ended }) => ended))
})

test('a failing step is told in plain words, without a stack trace, and is tried again next time', async () => {
  const project = createProject()
  const offline = project.run('start.mjs', [], { NPM_SAYS: 'npm error code ENOTFOUND' })
  expect(await offline.ended).toBe(1)
  expect(offline.said()).toContain('The package registry cannot be reached')
  expect(offline.said()).toContain('npm error code ENOTFOUND')
  expect(offline.said()).not.toMatch(/\n\s+at /)
  await project.run('start.mjs', ['--fail']).ended
  expect(project.calls()).toEqual(['npm ci', 'npm ci', 'vite build'])
})

test('without npm, or without any livekit-server, it says what to install', async () => {
  const project = createProject()
  const empty = join(project.folder, 'empty')
  write(empty, { 'livekit-server': '#!/bin/sh\n' })
  const noNpm = project.run('start.mjs', [], { PATH: empty })
  expect(await noNpm.ended).toBe(1)
  expect(noNpm.said()).toContain('npm was not found')
  const noLivekit = project.run('start.mjs', [], { PATH: join(project.folder, 'nowhere') })
  expect(await noLivekit.ended).toBe(1)
  for (const way of ['brew install livekit', 'install Go', 'LIVEKIT_SERVER_BIN=', 'LIVEKIT_URL=']) {
    expect(noLivekit.said()).toContain(way)
  }
})
