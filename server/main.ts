import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readConfig } from './config.ts'
import { HeldError, takeLock } from './db/lock.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

/** Ends what was started, last first; each step has its own try, so that one failure does not keep the rest running. */
function createEnding() {
  const steps: (() => unknown)[] = []
  let ending: Promise<void> | undefined
  const end = () => {
    ending ??= (async () => {
      for (const step of steps.reverse())
        await Promise.resolve()
          .then(step)
          .catch(() => {})
    })()
    return ending
  }
  return { add: (step: () => unknown) => void steps.push(step), end }
}

async function start(ending: ReturnType<typeof createEnding>): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2))
  const lock = takeLock(config.DATA_DIR, { address: '' })
  ending.add(lock.release)
  // the lock comes first and is quick; everything heavy is loaded only by the process that holds it
  const [{ openEntrances }, { assemble }] = await Promise.all([
    import('./entrances.ts'),
    import('./assemble.ts'),
  ])
  const entrances = await openEntrances(config)
  for (const { server } of entrances.all)
    ending.add(() => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    })
  const service = await assemble({ config, entrances, ending })
  lock.update({ address: entrances.main.url })
  for (const line of service.words) say(line)
  process.send?.({ ready: entrances.main.url })
}

/**
 * Node waits on its way out for compilers in the background. One that waits for a collection, which then nobody makes,
 * would keep us for ever (nodejs/node#54918: 1 in 140 starts that were stopped at once).
 */
function exit(code: number): never {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  process.exit(code)
}

const ending = createEnding()
let asked = false
async function stop(code: number) {
  if (asked) return
  asked = true
  setTimeout(() => exit(code || 1), 4500).unref()
  await ending.end()
  exit(code)
}
process.on('SIGINT', () => void stop(0))
process.on('SIGTERM', () => void stop(0))
process.on('disconnect', () => void stop(0))

start(ending).catch((error) => {
  const plain = error?.name === 'PlainError'
  const words =
    error instanceof HeldError
      ? `Hearthside is already running with this data folder: ${error.message}. Stop it first, or set DATA_DIR to another folder.`
      : plain
        ? error.message
        : `Could not start: ${error?.stack ?? error}`
  process.stderr.write(`\n${words}\n`)
  void stop(1)
})
