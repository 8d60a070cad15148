import type { z } from 'zod'
import type { contract, ErrorCode } from '../../server/contract.ts'
import type { FieldProblem } from '../../server/lib/contract.ts'

type Api = typeof contract
export type ApiKey = keyof Api
type Params<Path> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name | keyof Params<`/${Rest}`>]: string }
  : Path extends `${string}:${infer Name}`
    ? { [K in Name]: string }
    : unknown
type Body<K extends ApiKey> = Api[K] extends { body: infer B extends z.ZodType }
  ? { body: z.input<B> }
  : unknown
type Response<K extends ApiKey> = Api[K]['response'] extends z.ZodType
  ? z.output<Api[K]['response']>
  : undefined
type Input<K extends ApiKey> = Params<K> & Body<K>

/** What only the browser finds out: no answer came; a passkey of the account is on this device already. */
type OwnCode = 'offline' | 'passkey_here'
export type Code = ErrorCode | OwnCode

/** The server's problem details (RFC 9457), or one of our own codes. Pick the recovery by `code`. */
export class ApiError extends Error {
  readonly code: Code
  readonly status: number
  readonly fields: Record<string, FieldProblem>
  /** Seconds to wait before another try, when the server said so. */
  readonly retryAfter: number | undefined
  constructor(code: Code, status: number, detail: string, fields = {}, retryAfter?: number) {
    super(detail)
    this.code = code
    this.status = status
    this.fields = fields
    this.retryAfter = retryAfter
  }
}

/**
 * Calls one endpoint of the contract: `api('POST /api/circles/:circleId/join', { circleId, body })`.
 * Throws {@link ApiError} for every answer that is not a success, and for no answer.
 */
export async function api<K extends ApiKey>(
  key: K,
  ...[input]: unknown extends Input<K>
    ? [input?: { signal?: AbortSignal }]
    : [input: Input<K> & { signal?: AbortSignal }]
): Promise<Response<K>> {
  const { body, signal, ...params } = (input ?? {}) as { body?: unknown; signal?: AbortSignal } & Record<
    string,
    string
  >
  const [method, template] = key.split(' ') as [string, string]
  const path = template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  let answer: globalThis.Response
  try {
    answer = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError('offline', 0, 'No answer from the server.')
  }
  if (answer.status === 204) return undefined as Response<K>
  const data = await answer.json().catch((cause) => {
    if (signal?.aborted) throw cause
    // an answer that broke off is none
    if (answer.ok) throw new ApiError('offline', 0, 'The answer broke off.')
    return {}
  })
  if (answer.ok) return data as Response<K>
  const wait = Number(answer.headers.get('retry-after'))
  throw new ApiError(
    data.code ?? 'internal',
    answer.status,
    data.detail ?? '',
    data.fields,
    wait || undefined,
  )
}
