import { createSocket } from 'node:dgram'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'

/** A documentation address (RFC 5737): nothing is sent there, the system only tells which way it would go. */
const ELSEWHERE = '192.0.2.1'

/** This machine's IPv4 address on the local network, or undefined without one: the one it reaches others from, or else any. */
export async function lanAddress(): Promise<string | undefined> {
  const socket = createSocket('udp4')
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject)
      socket.connect(53, ELSEWHERE, resolve)
    })
    return socket.address().address
  } catch {
    return anyAddress()
  } finally {
    socket.close()
  }
}

function anyAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return all.find((a) => a.family === 'IPv4' && !a.internal && !a.address.startsWith('169.254.'))?.address
}

/** A self-made certificate for these names, made once and kept in the data directory with mode 600. */
export async function selfSignedCertificate(
  dataDir: string,
  address: string,
): Promise<{ cert: string; key: string }> {
  const file = join(dataDir, `certificate-${address}.json`)
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { cert: string; key: string; until: string }
    if (new Date(kept.until) > new Date()) return kept
  }
  const until = new Date(Date.now() + 365 * 86_400_000)
  const altNames = [
    { type: 2 as const, value: 'localhost' },
    { type: 7 as const, ip: '127.0.0.1' },
    { type: 7 as const, ip: address },
  ]
  const made = await generate([{ name: 'commonName', value: 'Hearthside on this network' }], {
    algorithm: 'sha256',
    keyType: 'ec',
    notAfterDate: until,
    extensions: [{ name: 'subjectAltName', altNames }],
  })
  const kept = { cert: made.cert, key: made.private, until: until.toISOString() }
  writeFileSync(file, JSON.stringify(kept), { mode: 0o600 })
  return kept
}
