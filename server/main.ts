import { createServer as createHttp, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { ConfigError, readConfig } from './config.ts'
import { HeldError, takeLock } from './db/lock.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

/** Something keeps the service from starting; the message says what, and what to do next. */
class StartError extends Error {}

/** Ends what was started, last first; each step has its own try, so that one failure does not keep the rest running. */
function createEnding() {
  const steps: (() => unknown)[] = []
  let ending: Promise<void> | undefined
  const end = () => {
    ending ??= (async () => {
      for (const step of steps.reverse()) await Promise.resolve(step()).catch(() => {})
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
  const { assemble, lanTls } = await import('./assemble.ts')
  const tls = await lanTls(config)
  const server: Server = tls ? createHttps({ cert: tls.cert, key: tls.key }) : createHttp()
  const port = await listen(server, config.PORT, tls?.host ?? config.HOST)
  ending.add(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  const scheme = tls ? 'https' : 'http'
  const local = `${scheme}://localhost:${port}`
  const service = await assemble({
    config,
    server,
    port,
    local,
    lan: tls?.address ? `https://${tls.address}:${port}` : undefined,
    ending,
  })
  lock.update({ address: service.publicUrl })
  for (const line of service.words) say(line)
  process.send?.({ ready: service.publicUrl })
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const words: Record<string, string> = {
        EADDRINUSE: `Port ${port} is taken by another program. Stop it, or choose another: PORT=8090 npm start`,
        EACCES: `This user may not listen on port ${port}. Choose one above 1024: PORT=8080 npm start`,
        EADDRNOTAVAIL: `This machine does not have the address ${host}. Change HOST.`,
      }
      reject(new StartError(words[error.code ?? ''] ?? error.message))
    })
    server.listen(port, host, () => resolve((server.address() as { port: number }).port))
  })
}

const ending = createEnding()
let asked = false
async function stop(code: number) {
  if (asked) return
  asked = true
  setTimeout(() => process.exit(code || 1), 4500).unref()
  await ending.end()
  process.exit(code)
}
process.on('SIGINT', () => void stop(0))
process.on('SIGTERM', () => void stop(0))
process.on('disconnect', () => void stop(0))

start(ending).catch((error) => {
  const plain = error instanceof ConfigError || error instanceof StartError || error?.name === 'PlainError'
  const words =
    error instanceof HeldError
      ? `Hearthside is already running with this data folder: ${error.message}. Stop it first, or set DATA_DIR to another folder.`
      : plain
        ? error.message
        : `Could not start: ${error?.stack ?? error}`
  process.stderr.write(`\n${words}\n`)
  void stop(1)
})
