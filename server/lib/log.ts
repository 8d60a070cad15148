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

type Logged = {
  message?: unknown
  code?: unknown
  stack?: unknown
  query?: unknown
  cause?: Logged
  constraint?: unknown
}

/**
 * What may be logged of an error. The message and the stack's first lines of a failed query hold its parameters, and
 * the database's own message may quote them: names, addresses. Of such only codes and the place in our code are kept.
 */
export function errorForLog(error: unknown) {
  const { message, code, stack, query, cause } = (error ?? {}) as Logged
  const at = String(stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
  if (query === undefined)
    return {
      message: String(message),
      code,
      cause: cause?.query === undefined ? cause?.message : 'a query failed',
      at,
    }
  return { message: 'a query failed', code: cause?.code, constraint: cause?.constraint, at }
}
