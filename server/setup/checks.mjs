import { join } from 'node:path'

const checks = [
  { name: 'Lint', command: ['node_modules/.bin/biome', 'check', '.'], mend: 'npx biome check --write .' },
  { name: 'Types', command: ['node_modules/.bin/tsc', '--noEmit'] },
]

/** Runs lint and types side by side, shows what each has to say when it fails, and tells whether both are clean. */
export async function checkSources({ say, run, env, root }) {
  const words = {
    doing: 'Checking lint and types',
    why: 'the tests are only run on clean sources',
    usually: 'a few seconds',
  }
  const results = await say.step(words, () =>
    Promise.all(
      checks.map(async ({ command: [file, ...args], ...check }) => {
        const { code, output } = await run(join(root, file), args, { cwd: root, env, anyCode: true })
        return { ...check, code, output }
      }),
    ),
  )
  const failed = results.filter(({ code }) => code !== 0)
  for (const { name, output, mend } of failed) {
    say.line(
      `\n${output.trimEnd()}\n\n${name} failed${mend ? ` (${mend} mends what can be mended by itself)` : ''}.`,
    )
  }
  if (failed.length > 0) say.line('No tests were run.')
  return failed.length === 0
}
