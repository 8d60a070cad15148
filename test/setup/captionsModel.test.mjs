import { expect, test } from 'vitest'
import { createProject, write } from './support.mjs'

test('`npm run captions:model` works in a fresh copy: it installs the packages, hands the name over, and ends as it ends', async () => {
  const project = createProject()
  write(project.root, {
    'server/captions/install.ts': 'console.log("install", process.argv[2] as string); process.exitCode = 3',
  })
  const command = project.run('captionsModel.mjs', ['moonshine-base'])
  expect(await command.ended).toBe(3)
  expect(command.said()).toContain('install moonshine-base')
  expect(project.calls()).toEqual(['npm ci'])
})
