/** What came back, with the body already read: JSON where it is JSON. */
// biome-ignore lint/suspicious/noExplicitAny: tests read the answer's fields without declaring them again
export type Answer = { status: number; body: any; headers: Headers }

/** Somebody at a browser: keeps cookies, sends what a browser on our own pages sends. */
export type Person = {
  request: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  get: (path: string) => Promise<Answer>
  post: (path: string, body?: unknown) => Promise<Answer>
  put: (path: string, body?: unknown) => Promise<Answer>
  patch: (path: string, body?: unknown) => Promise<Answer>
  delete: (path: string) => Promise<Answer>
  cookie: () => string
  /** the same cookies in a second browser */
  copy: () => Person
}

export function createPerson(origin: string, cookies = new Map<string, string>()): Person {
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  async function request(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await fetch(origin + path, {
      method,
      redirect: 'manual',
      headers: {
        origin,
        'sec-fetch-site': 'same-origin',
        cookie: cookie(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = set.split('; ')
      const at = pair.indexOf('=')
      if (attributes.some((a) => /^max-age=0$/i.test(a))) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    if (answer.headers.get('content-type') === 'text/event-stream') {
      await answer.body?.cancel()
      return { status: answer.status, body: undefined, headers: answer.headers }
    }
    const text = await answer.text()
    const json = (answer.headers.get('content-type') ?? '').includes('json')
    return { status: answer.status, body: json && text ? JSON.parse(text) : text, headers: answer.headers }
  }
  return {
    request,
    get: (path) => request('GET', path),
    post: (path, body = {}) => request('POST', path, body),
    put: (path, body = {}) => request('PUT', path, body),
    patch: (path, body = {}) => request('PATCH', path, body),
    delete: (path) => request('DELETE', path),
    cookie,
    copy: () => createPerson(origin, new Map(cookies)),
  }
}
