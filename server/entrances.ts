import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer as createHttp, type RequestListener, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { createSecureContext } from 'node:tls'
import type { Config } from './config.ts'
import { lanAddress, selfSignedCertificate } from './lib/lan.ts'
import { PlainError } from './lib/plainError.ts'

/** A listening socket, and the address at which people reach it. */
export type Entrance = { server: Server; url: string }

export type Entrances = {
  all: readonly Entrance[]
  /** for the person at this machine */
  here: Entrance
  /** for everybody else: the address in invitations and e-mail */
  main: Entrance
  /** IPv4 address on the local network with `--lan` */
  lan: string | undefined
  /** whether browsers warn of the certificate */
  selfMade: boolean
}

/**
 * Begins to listen: over HTTP on `HOST`, or over HTTPS there with TLS_CERT. With `--lan` HTTPS is on the local network,
 * and this machine keeps plain `http://localhost` on the same port, where passkeys work whatever the certificate is.
 */
export async function openEntrances(config: Config): Promise<Entrances> {
  const lan = config.lan ? await lanAddress() : undefined
  if (config.lan && !lan)
    throw new PlainError(
      'This machine has no address on a local network. Connect it to one, or start without --lan.',
    )
  const given = trustedCertificate(config)
  const certificate = given ?? (lan ? await selfSignedCertificate(config.DATA_DIR, lan) : undefined)
  const selfMade = lan !== undefined && !given

  const all: Entrance[] = []
  let plain: number | undefined
  if (lan || !certificate) {
    const { server, port } = await listen(createHttp(), config.PORT, lan ? '127.0.0.1' : config.HOST)
    plain = port
    all.push({ server, url: originOf('http', 'localhost', port) })
  }
  if (certificate) {
    const { server, port } = await listen(createHttps(certificate), plain ?? config.PORT, lan ?? config.HOST)
    all.push({ server, url: originOf('https', given?.name ?? lan ?? 'localhost', port) })
  }
  const main = all.at(-1) as Entrance
  main.url = config.PUBLIC_URL ?? main.url
  return { all, here: all[0] as Entrance, main, lan, selfMade }
}

/** As browsers write it: without the port that goes without saying. */
const originOf = (scheme: string, host: string, port: number) => new URL(`${scheme}://${host}:${port}`).origin

/** The certificate and key of TLS_CERT and TLS_KEY, with the first name it is for; undefined without them. */
function trustedCertificate({ TLS_CERT, TLS_KEY }: Config) {
  if (!TLS_CERT || !TLS_KEY) return undefined
  try {
    const [cert, key] = [readFileSync(TLS_CERT, 'utf8'), readFileSync(TLS_KEY, 'utf8')]
    createSecureContext({ cert, key }) // throws when the two do not belong together
    const x509 = new X509Certificate(cert)
    return { cert, key, name: /DNS:([^,*\s]+)/.exec(x509.subjectAltName ?? '')?.[1] }
  } catch (error) {
    throw new PlainError(`TLS_CERT or TLS_KEY cannot be used: ${(error as Error).message}`)
  }
}

/** What is asked before everything is there: nobody waits for an answer that never comes. */
const notReady: RequestListener = (_req, res) =>
  void res.writeHead(503, { 'retry-after': '1', connection: 'close' }).end()

/** From now on the application answers at this entrance. */
export const serve = (server: Server, app: RequestListener): Server =>
  server.off('request', notReady).on('request', app)

function listen(server: Server, port: number, host: string): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const words: Record<string, string> = {
        EADDRINUSE: `Port ${port} is taken by another program. Stop it, or choose another: PORT=8090 npm start`,
        EACCES: `This user may not listen on port ${port}. Choose one above 1024: PORT=8080 npm start`,
        EADDRNOTAVAIL: `This machine does not have the address ${host}. Change HOST.`,
        ENOTFOUND: `There is no address named ${host}. Change HOST.`,
      }
      reject(new PlainError(words[error.code ?? ''] ?? error.message))
    })
    server.on('request', notReady)
    server.listen(port, host, () => resolve({ server, port: (server.address() as { port: number }).port }))
  })
}
