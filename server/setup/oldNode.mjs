// Imported before anything else, and written so that any Node with modules can read it: an old one gets this sentence
// instead of a syntax error from deep inside.
const major = Number.parseInt(process.versions.node, 10)
if (major < 20) {
  console.error(
    `Hearthside's set-up needs Node 20 or newer, and this is ${process.versions.node}. See https://nodejs.org`,
  )
  process.exit(1)
}
if (process.platform === 'win32') {
  console.error(
    "Hearthside does not run on Windows itself. Use WSL, Windows' own Linux: https://learn.microsoft.com/windows/wsl",
  )
  process.exit(1)
}
