import { describe, expect, it } from 'vitest'
import { contract } from '../../server/contract.ts'
import { fromLoopback } from '../../server/lib/outbox.ts'
import { createTestApp } from '../support/app.ts'
import { openSite } from '../support/site.ts'

const on = openSite()

type Operation = {
  operationId: string
  description: string
  parameters?: { in: string; name: string; required: boolean; schema: unknown }[]
  responses: Record<string, { description: string }>
}

describe('the OpenAPI document', () => {
  it('is 3.1 and has every route with its parameters, answers and who it is for', async () => {
    const { status, body } = await on.app.stranger().get('/api/openapi.json')
    expect(status).toBe(200)
    expect(body.openapi).toBe('3.1.0')
    const ids = new Set<string>()
    const found: string[] = []
    for (const [path, item] of Object.entries<Record<string, Operation>>(body.paths))
      for (const [method, operation] of Object.entries(item)) {
        found.push(`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`)
        expect(ids).not.toContain(operation.operationId)
        ids.add(operation.operationId)
        expect(operation.description).toMatch(/^For: .+\./)
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1])
        const named = (operation.parameters ?? []).filter((p) => p.in === 'path')
        expect(named.map((p) => p.name).sort()).toEqual(inPath.sort())
        for (const p of named) expect([p.required, typeof p.schema]).toEqual([true, 'object'])
        const statuses = Object.keys(operation.responses)
        expect(statuses).toContain('default')
        expect(statuses.some((s) => /^20[014]$/.test(s))).toBe(true)
        for (const answer of Object.values(operation.responses)) expect(answer.description).toBeTruthy()
      }
    expect(found.sort()).toEqual(Object.keys(contract).sort())
    // every reference leads somewhere
    for (const [, ref = ''] of JSON.stringify(body).matchAll(/"\$ref":"#\/([^"]+)"/g))
      expect(ref.split('/').reduce((node, key) => node?.[key], body)).toBeDefined()
  })

  it('has a page to read', async () => {
    const { status, body, headers } = await on.app.stranger().get('/api/docs')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(body).not.toMatch(/<script/)
  })
})

describe('the outbox', () => {
  it.each([
    ['127.0.0.1', {}, true],
    ['::1', {}, true],
    ['::ffff:127.0.0.1', {}, true],
    ['192.168.1.5', {}, false],
    ['::ffff:192.168.1.5', {}, false],
    ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, false],
    ['127.0.0.1', { forwarded: 'for=127.0.0.1' }, false],
    // a page elsewhere whose name was made to point at this machine
    ['127.0.0.1', { host: 'evil.example' }, false],
    ['127.0.0.1', { host: 'localhost.evil.example' }, false],
    ['127.0.0.1', { host: 'localhost:8080' }, true],
    ['127.0.0.1', { host: '127.0.0.1:8080' }, true],
    ['127.0.0.1', { host: '[::1]:8080' }, true],
  ])('seen from %s with %j: %s', (remoteAddress, headers, seen) => {
    const req = { socket: { remoteAddress }, headers: { host: 'localhost', ...headers } }
    expect(fromLoopback(req as unknown as Parameters<typeof fromLoopback>[0])).toBe(seen)
  })

  it('shows letters as text', async () => {
    await on.app.deps.mail.send({
      to: 'a@b.c',
      subject: '<img onerror=1>',
      text: 'https://x.example/"><script>',
    })
    const { body } = await on.app.stranger().get('/dev/outbox')
    expect(body).toContain('&lt;img onerror=1&gt;')
    expect(body).not.toContain('<script')
  })

  it('is not there when it is turned off', async () => {
    const own = await createTestApp({ env: { OUTBOX: '0' } })
    expect((await own.stranger().get('/dev/outbox')).status).toBe(404)
    await own.close()
  })
})
