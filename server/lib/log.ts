import pino, { type Logger } from 'pino'

/** JSON lines on stderr: stdout belongs to the address and to words for people. No bodies, cookies, names or tokens. */
export function createLog(level: string): Logger {
  return pino(
    {
      level,
      base: undefined,
      redact: ['req.headers', '*.token', '*.password', '*.cookie', '*.secret'],
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination({ fd: 2, sync: true }),
  )
}
