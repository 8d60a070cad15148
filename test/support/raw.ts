import { request } from 'node:http'

type Asked = { method?: string; headers?: Record<string, string>; body?: string }

/** A request whose path and headers are sent as they are written, to a server on this machine. */
export function raw(origin: string, path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const { port } = new URL(origin)
      const asked = request({ host: '127.0.0.1', port, path, method, headers }, async (res) => {
        let text = ''
        for await (const part of res) text += part
        resolve({ status: res.statusCode ?? 0, headers: res.headers, text })
      })
      asked.on('error', reject)
      asked.end(body)
    },
  )
}
