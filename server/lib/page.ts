const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text made safe for HTML, in elements and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c)

/** A plain page without scripts, for those who run or build on the service; `body` is HTML already. */
export const plainPage = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title><link rel="stylesheet" href="/plain.css"></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`

/** Looks of {@link plainPage}; served by us because the content security policy allows no inline styles. */
export const plainCss = `body{font:1rem/1.5 system-ui,sans-serif;margin:0;padding:1.5rem}main{max-width:60rem;margin:auto}
pre{overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere}section{border-top:1px solid;padding-block:.75rem}summary{cursor:pointer;min-height:2.75rem}`
