import { z } from 'zod'
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import { commonErrors, contract, errors } from '../contract.ts'
import { type Endpoint, FieldProblem } from './contract.ts'
import type { Route } from './http.ts'

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(Object.keys(errors) as [string, ...string[]]),
    fields: z.record(z.string(), FieldProblem).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details; `code` is stable' })

/** The API as OpenAPI 3.1, made from the contracts; `routes` adds who may call each. */
export function openapi(url: string, routes: readonly Route[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [key, endpoint] of Object.entries(contract) as [string, Endpoint][]) {
    const [method, path] = key.split(' ') as [string, string]
    const who = routes.find((r) => r.key === key)?.permission ?? ''
    const template = path.replace(/:(\w+)/g, '{$1}')
    paths[template] ??= {}
    paths[template][method.toLowerCase()] = operation(key, endpoint, who)
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Hearthside',
      version: '1',
      description: 'Circles, meetups and rooms. Sign-in is by cookie.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url }],
    paths: paths as ZodOpenApiPathsObject,
  })
}

function operation(key: string, endpoint: Endpoint, who: string) {
  const status = String(endpoint.status ?? (endpoint.response === null ? 204 : 200))
  const own = endpoint.errors?.length
    ? `\n\nRefusals: ${endpoint.errors.map((code) => `\`${code}\``).join(', ')}.`
    : ''
  return {
    operationId: key
      .replace(/^(\w+) \/api/, (_, m: string) => m.toLowerCase())
      .replace(/[/:-]+(\w)/g, (_, c: string) => c.toUpperCase()),
    summary: endpoint.summary,
    description: `For: ${who}.${own}`,
    requestParams: {
      ...(endpoint.params && { path: endpoint.params }),
      ...(endpoint.query && { query: endpoint.query }),
    },
    ...(endpoint.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: endpoint.body } } } }
      : {}),
    responses: {
      [status]: success(endpoint.response),
      default: {
        description: `A problem; also ${Object.keys(commonErrors).join(', ')}`,
        content: { 'application/problem+json': { schema: Problem } },
      },
    },
  }
}

function success(response: Endpoint['response']) {
  if (response === null) return { description: 'Done' }
  if (response === 'events')
    return {
      description: 'Each event says: look again',
      content: { 'text/event-stream': { schema: z.string() } },
    }
  return { description: 'OK', content: { 'application/json': { schema: response } } }
}
