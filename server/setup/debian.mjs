import { readFileSync } from 'node:fs'

/** Whether we may install Debian packages here without asking: on Debian itself, as root. */
export function canInstall({ uid = process.getuid?.(), osRelease = readOsRelease() } = {}) {
  return uid === 0 && /^ID="?debian"?$/m.test(osRelease)
}

/** Installs Debian packages; a machine whose package lists are absent or old gets them first. */
export async function aptInstall(packages, { run, env }) {
  const apt = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], apt)
  try {
    await install()
  } catch {
    await run('apt-get', ['update'], apt)
    await install()
  }
}

function readOsRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8')
  } catch {
    return ''
  }
}
