import { request } from 'node:http'
import { Room } from '@livekit/rtc-node'

const rooms = new Set<Room>()

/** A real LiveKit participant through the gate of the server at `url`. Throws when it is not let in. */
export async function connect(url: string, token: string): Promise<Room> {
  const room = new Room()
  await room.connect(`${url.replace(/^http:\/\/localhost/, 'ws://127.0.0.1')}/livekit`, token, {
    autoSubscribe: false,
    dynacast: false,
  })
  rooms.add(room)
  return room
}

/** Ends every connection a test left open. */
export async function disconnectAll(): Promise<void> {
  const all = [...rooms]
  rooms.clear()
  await Promise.all(all.map((room) => room.disconnect().catch(() => {})))
}

/** Asks for a signalling socket without opening a call: the status it is answered with, 101 when let in. */
export function knock(url: string, path: string, headers: Record<string, string> = {}): Promise<number> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const asked = request({
      host: hostname,
      port,
      path,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        ...headers,
      },
    })
    asked.on('upgrade', (res, socket) => {
      socket.destroy()
      resolve(res.statusCode ?? 0)
    })
    asked.on('response', (res) => {
      res.resume()
      resolve(res.statusCode ?? 0)
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** A client that opens only the signalling socket, sends no media, and reads whatever it is told. */
export function lurk(url: string, token: string) {
  const socket = new WebSocket(
    `${url.replace(/^http/, 'ws')}/rtc?access_token=${token}&protocol=15&auto_subscribe=0`,
  )
  socket.binaryType = 'arraybuffer'
  let heard = ''
  let state: 'connecting' | 'open' | 'closed' = 'connecting'
  let opened = false
  socket.onopen = () => {
    state = 'open'
    opened = true
  }
  socket.onclose = () => {
    state = 'closed'
  }
  socket.onerror = () => {}
  socket.onmessage = ({ data }) => {
    // apart: the next one's first byte may be a letter, and would lengthen the token before it
    heard += `${Buffer.from(data as ArrayBuffer).toString('latin1')}\n`
  }
  return {
    state: () => state,
    /** whether it was let in at all */
    opened: () => opened,
    /** all it was told, as bytes */
    heard: () => heard,
    /** tokens it was given: LiveKit refreshes them over the signalling socket */
    tokens: () => heard.match(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g) ?? [],
    close: () => socket.close(),
  }
}
