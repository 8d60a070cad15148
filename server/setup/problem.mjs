import { stripVTControlCharacters } from 'node:util'

/** Something the person at the keyboard can act on: its message is shown as it is, without a stack trace. */
export class Problem extends Error {}

/** A command that ended badly. `output` is everything it said, both streams in order. */
export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with code ${code}`)
    this.command = command
    this.output = output
  }
}

/** We were asked to stop while something was running: not a fault, nothing to explain. */
export class Stopped extends Error {}

const causes = [
  [
    /ENOSPC|no space left on device/i,
    'The disk is full. Make room (a first start needs about 3 GB with a LiveKit build), then run it again.',
  ],
  [
    /EROFS|read-only file system/i,
    'The folder is read-only. Run it from a folder that can be written; HEARTHSIDE_CACHE names another cache.',
  ],
  [
    /EACCES|EPERM|permission denied/i,
    'The folder belongs to somebody else. Run it as the owner; HEARTHSIDE_CACHE names another cache folder.',
  ],
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/,
    'The package registry cannot be reached. A first start needs the network once (or a mirror: npm config ' +
      'set registry <address>). Once everything is installed, no start needs it.',
  ],
  [
    /package\.json and package-lock\.json .* are in sync/,
    'package-lock.json does not fit package.json: one was changed without the other. `npm install` mends it.',
  ],
]

/** The plain sentence for a failure's text and the line that gives it away; undefined when we know nothing better. */
function causeOf(text) {
  const line = text.split('\n').find((one) => causes.some(([pattern]) => pattern.test(one)))
  return line && { line: line.trim(), sentence: causes.find(([pattern]) => pattern.test(line))[1] }
}

/**
 * A long output's first and last lines: some tools name the trouble first and then explain at length, most end with it.
 * Their stack traces are left out.
 */
function bothEnds(text, count = 15) {
  const said = stripVTControlCharacters(text).trimEnd().split('\n')
  const lines = said.filter((line) => !/^(npm error)?\s+at .*:\d+\)?\s*\{?$/.test(line))
  return lines.length <= 2 * count ? lines : [...lines.slice(0, count), '…', ...lines.slice(-count)]
}

/**
 * What a person is told about any error. A Problem speaks for itself; a known cause is a sentence and the line that names
 * it; another failed command shows both ends of its output; the rest is a line. Stacks are for DEBUG only.
 */
export function explain(error, { debug = false } = {}) {
  if (debug) return `${error.stack}\n${error.output ?? ''}`
  if (error instanceof Problem) return error.message
  const cause = causeOf(error.output ?? error.message)
  if (cause) return `${cause.sentence}\n  (${cause.line}; DEBUG=1 shows everything)`
  if (error instanceof CommandFailed) {
    return [`${error.message}. It said:`, ...bothEnds(error.output)].join('\n  ')
  }
  return `${error.message} (DEBUG=1 shows where)`
}
