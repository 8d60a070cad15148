import { chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CommandFailed, Problem } from './problem.mjs'

/** The LiveKit this project is tested with. Later patch releases did not build from the module proxy when it was chosen. */
export const livekitVersion = 'v1.13.4'
/** From the `go` line of that version's go.mod. */
export const neededGo = '1.26'

const module = 'github.com/livekit/livekit-server'
/** What the Go checksum database says of it; Go checks it as well, unless its user has switched that off. */
const moduleSum = 'h1:O7n2/KgMOJJhJBJxqiEL5b00KH3Tc4h0KuPFL+ZYW9k='

/**
 * Builds livekit-server with the machine's Go toolchain, into the folder `into`.
 * `go install` cannot be used: it resolves the dependencies anew and one of them is missing from the checksum database.
 * Inside the module's own folder its own go.sum holds. That folder is Go's cache and read-only; nothing is written there.
 */
export async function buildLivekit({ into, run, env }) {
  const go = { ...env, CGO_ENABLED: '0', GOWORK: 'off' }
  try {
    const source = `${module}@${livekitVersion}`
    const { stdout } = await run('go', ['mod', 'download', '-json', source], { cwd: tmpdir(), env: go })
    const { Dir: folder, Sum: sum } = JSON.parse(stdout)
    if (sum !== moduleSum)
      throw new Problem(`Go gave another ${source} than the one known here (${sum}): refused.`)
    const bin = join(into, 'livekit-server')
    // -s -w leave out debugging tables (a third of the size); buildvcs would look for a repository around Go's cache.
    const flags = ['-mod=readonly', '-trimpath', '-buildvcs=false', '-ldflags=-s -w']
    await run('go', ['build', ...flags, '-o', bin, './cmd/server'], { cwd: folder, env: go })
    chmodSync(bin, 0o755)
    await run(bin, ['--version'], { env })
  } catch (error) {
    throw error instanceof CommandFailed ? (goProblem(error.output) ?? error) : error
  }
}

/** What Go's complaints mean, where its own words are hard to act on. */
export function goProblem(output) {
  if (/requires go >=|invalid go version|unknown directive: toolchain|toolchain not available/.test(output)) {
    return new Problem(
      `The Go on this machine is too old: livekit-server ${livekitVersion} needs Go ${neededGo} or newer.`,
    )
  }
  if (/dial tcp|no such host|i\/o timeout|connection refused|module lookup disabled/.test(output)) {
    return new Problem('Go cannot reach its module proxy. It is needed once (GOPROXY names another one).')
  }
  return undefined
}
