import { type ErrorCode, errors } from '../contract.ts'
import type { FieldProblem } from './contract.ts'

/** A refusal the client can act on: the code decides status and sentence (see each feature's error table). */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: Record<string, FieldProblem> | undefined
  constructor(code: ErrorCode, options: { fields?: Record<string, FieldProblem>; cause?: unknown } = {}) {
    super(code, { cause: options.cause })
    this.code = code
    this.fields = options.fields
  }
}

/** RFC 9457 problem details; `code` is stable, `type` names it as a URN because no page stands behind it. */
export function problem(error: AppError, requestId: string) {
  const [status, detail] = errors[error.code]
  return {
    type: `urn:hearthside:error:${error.code}`,
    title: error.code.replaceAll('_', ' '),
    status,
    detail,
    code: error.code,
    fields: error.fields,
    requestId,
  }
}
