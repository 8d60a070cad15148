import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'

/** This machine's address on the local network (IPv4, private ranges first), or undefined without one. */
export function lanAddress(interfaces = networkInterfaces()): string | undefined {
  const all = Object.values(interfaces).flatMap((list) => list ?? [])
  const found = all
    .filter((a) => a.family === 'IPv4' && !a.internal && !a.address.startsWith('169.254.'))
    .map((a) => a.address)
  return found.find((a) => /^(10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(a)) ?? found[0]
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
