/** Whether a write failed because this unique index already has such a row (SQLSTATE 23505). */
export function violates(error: unknown, index: string): boolean {
  for (
    let e = error as { code?: string; constraint?: string; cause?: unknown } | undefined;
    e;
    e = e.cause as typeof e
  )
    if (e.code === '23505') return e.constraint === index
  return false
}
