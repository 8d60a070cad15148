import { createHash } from 'node:crypto'
import { createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { livekitVersion } from './livekitBuild.mjs'
import { Problem } from './problem.mjs'

/**
 * SHA-256 of upstream's release tarballs, as in the release's checksums.txt, by `<os>_<arch>`. Only a platform that is
 * listed here is downloaded: without a value of our own, a download would be whatever the other end says it is. To add
 * one, copy its line: `linux_amd64: '<64 hex digits>'`.
 */
export const checksums = {}

const releases = 'https://github.com/livekit/livekit/releases/download'
const goArch = { x64: 'amd64', arm64: 'arm64', arm: 'armv7' }

/** Address and checksum of the pinned release for a platform in Node's words; undefined where none is pinned. */
export function releaseFor({ platform, arch, checksums: known, base = releases }) {
  const target = `${platform}_${goArch[arch] ?? arch}`
  const sha256 = known[target]
  const file = `livekit_${livekitVersion.slice(1)}_${target}.tar.gz`
  return sha256 && { url: `${base}/${livekitVersion}/${file}`, sha256 }
}

/**
 * Downloads a release tarball, checks it, and unpacks livekit-server into the folder `into`.
 * @param {{ patienceMs?: number }} options how long the other end may be silent before we go on without it
 * @throws Problem when it cannot be had or is not what was pinned; nothing but an empty folder is left then.
 */
export async function fetchRelease({ url, sha256, into, run, env, patienceMs = 5000 }) {
  const tarball = join(into, 'release.tar.gz')
  const bin = join(into, 'livekit-server')
  try {
    const found = await download(url, tarball, patienceMs)
    if (found !== sha256)
      throw new Problem(`What came from ${url} is not the pinned release (SHA-256 ${found}): refused.`)
    await run('tar', ['-xzf', tarball, '-C', into, 'livekit-server'], { env })
    await run(bin, ['--version'], { env })
  } catch (error) {
    rmSync(bin, { force: true })
    throw error
  } finally {
    rmSync(tarball, { force: true })
  }
}

/** Writes what `url` answers to `file` and gives its SHA-256. A silence longer than `patienceMs` ends it. */
async function download(url, file, patienceMs) {
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(), patienceMs)
  const hash = createHash('sha256')
  try {
    const answer = await fetch(url, { signal: silence.signal })
    if (!answer.ok) throw new Problem(`${url} answered ${answer.status}.`)
    const heard = async function* (chunks) {
      for await (const chunk of chunks) {
        timer.refresh()
        hash.update(chunk)
        yield chunk
      }
    }
    await pipeline(Readable.fromWeb(answer.body), heard, createWriteStream(file))
    return hash.digest('hex')
  } catch (error) {
    if (error instanceof Problem || error.code === 'ENOSPC') throw error
    throw new Problem(
      `${url} could not be fetched (${silence.signal.aborted ? 'no answer' : (error.cause?.code ?? error.message)}).`,
    )
  } finally {
    clearTimeout(timer)
  }
}
