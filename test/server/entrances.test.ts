import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type RequestOptions } from 'node:https'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { type Entrances, openEntrances, serve } from '../../server/entrances.ts'

const other = Object.values(networkInterfaces())
  .flatMap((list) => list ?? [])
  .find((a) => a.family === 'IPv4' && !a.internal)

describe('the entrances', () => {
  const dir = mkdtempSync(join(tmpdir(), 'hearthside-entrances-'))
  const file = (name: string) => join(dir, name)
  let cert = ''

  beforeAll(async () => {
    for (const [name, host] of Object.entries({ ours: 'hearth.example', theirs: 'other.example' })) {
      const made = await generate([{ name: 'commonName', value: host }], {
        extensions: [
          { name: 'subjectAltName', altNames: [`*.${host}`, host].map((value) => ({ type: 2, value })) },
        ],
      })
      writeFileSync(file(`${name}.pem`), made.cert)
      writeFileSync(file(`${name}.key`), made.private)
      if (name === 'ours') cert = made.cert
    }
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  async function opened(
    env: Record<string, string>,
    flags: string[],
    look: (entrances: Entrances) => unknown,
  ): Promise<void> {
    const entrances = await openEntrances(readConfig({ PORT: '0', DATA_DIR: dir, ...env }, flags))
    for (const { server, url } of entrances.all) serve(server, (_req, res) => res.end(url))
    try {
      await look(entrances)
    } finally {
      for (const { server } of entrances.all) server.closeAllConnections()
      for (const { server } of entrances.all) server.close()
    }
  }
  it('answer who comes before everything is there: to come again, and nobody waits for ever', async () => {
    const { main, all } = await openEntrances(readConfig({ PORT: '0', DATA_DIR: dir }))
    const early = await fetch(main.url, { signal: AbortSignal.timeout(5000) })
    expect([early.status, early.headers.get('retry-after')]).toEqual([503, '1'])
    serve(main.server, (_req, res) => void res.end('here'))
    expect(await (await fetch(main.url)).text()).toBe('here')
    for (const { server } of all) server.close()
  })

  const port = ({ main }: Entrances) => Number(new URL(main.url).port)
  const answer = (options: RequestOptions) =>
    new Promise((resolve, reject) =>
      get(options, (res) => res.on('data', (text) => resolve(String(text)))).on('error', reject),
    )

  it('is one, for this machine alone, when nothing is set', () =>
    opened({}, [], ({ all, here, main, selfMade }) => {
      expect(all).toEqual([main])
      expect(here.url).toMatch(/^http:\/\/localhost:\d+$/)
      expect(main.server.address()).toMatchObject({ address: '127.0.0.1' })
      expect(selfMade).toBe(false)
    }))

  it('answers under the name of the certificate that it was given', () =>
    opened({ TLS_CERT: file('ours.pem'), TLS_KEY: file('ours.key') }, [], async (entrances) => {
      const address = `https://hearth.example:${port(entrances)}`
      expect(entrances.all.map((e) => e.url)).toEqual([address])
      const options = { host: '127.0.0.1', port: port(entrances), servername: 'hearth.example' }
      expect(await answer({ ...options, ca: cert })).toBe(address)
    }))

  it('is at PUBLIC_URL for everybody, when that is set', () =>
    opened({ PUBLIC_URL: 'https://circle.example/' }, [], ({ all }) => {
      expect(all.map((e) => e.url)).toEqual(['https://circle.example'])
    }))

  it('refuses a certificate and a key that do not belong together', async () => {
    await expect(
      opened({ TLS_CERT: file('ours.pem'), TLS_KEY: file('theirs.key') }, [], () => {}),
    ).rejects.toThrow(/TLS_CERT or TLS_KEY cannot be used: .*mismatch/)
  })

  it.skipIf(!other)('are two with --lan: plain for this machine, HTTPS for the network, one port', () =>
    opened({}, ['--lan'], async (entrances) => {
      const { here, main, lan, selfMade } = entrances
      expect(here.url).toBe(`http://localhost:${port(entrances)}`)
      expect(here.server.address()).toMatchObject({ address: '127.0.0.1', port: port(entrances) })
      expect(main.url).toBe(`https://${lan}:${port(entrances)}`)
      expect(main.server.address()).toMatchObject({ address: lan, port: port(entrances) })
      expect(selfMade).toBe(true)
      expect(await answer({ host: lan, port: port(entrances), rejectUnauthorized: false })).toBe(main.url)
    }),
  )

  it.skipIf(!other)('with --lan and a trusted certificate the network uses its name', () =>
    opened({ TLS_CERT: file('ours.pem'), TLS_KEY: file('ours.key') }, ['--lan'], (entrances) => {
      expect(entrances.main.url).toBe(`https://hearth.example:${port(entrances)}`)
      expect(entrances.here.url).toBe(`http://localhost:${port(entrances)}`)
      expect(entrances.selfMade).toBe(false)
    }),
  )
})
