import { escapeHtml, plainPage } from './page.ts'

type Operation = { summary?: string; description?: string; requestBody?: unknown; responses?: unknown }
type Document = { paths?: object; components?: { schemas?: object } }

/** A page to read the API on, made from its OpenAPI document; no script and no other host. */
export function docsPage(document: Document): string {
  const json = (value: unknown) => `<pre>${escapeHtml(JSON.stringify(value, null, 2))}</pre>`
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(
      ([
        method,
        op,
      ]) => `<section><h2><code>${method.toUpperCase()} ${escapeHtml(path)}</code></h2><p>${escapeHtml(op.summary ?? '')}</p>
<p>${escapeHtml(op.description ?? '')}</p><details><summary>Request and answers</summary>${json({ request: op.requestBody, answers: op.responses })}</details></section>`,
    ),
  )
  const schemas = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) => `<section><h2>${escapeHtml(name)}</h2>${json(schema)}</section>`,
  )
  return plainPage(
    'Hearthside API',
    `<p>The same as <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>${operations.join('')}${schemas.join('')}`,
  )
}
