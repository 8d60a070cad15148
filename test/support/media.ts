import type { Page } from 'playwright-core'

type Watched = { tracks: MediaStreamTrack[]; connections: RTCPeerConnection[] }
declare global {
  interface Window {
    watched: Watched
  }
}

/** From its next load on, a page keeps account of what it takes from camera and microphone, and of its connections. */
export const watchMedia = (page: Page) =>
  page.addInitScript(() => {
    const watched: Watched = { tracks: [], connections: [] }
    window.watched = watched
    const devices = navigator.mediaDevices
    const take = devices.getUserMedia.bind(devices)
    devices.getUserMedia = async (wish) => {
      const stream = await take(wish)
      watched.tracks.push(...stream.getTracks())
      return stream
    }
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(options?: RTCConfiguration) {
        super(options)
        watched.connections.push(this)
      }
    }
  })

/** What the page holds of camera and microphone now: `['audio', 'video']` when both are on. */
export const held = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...new Set(window.watched.tracks.filter((t) => t.readyState === 'live').map((t) => t.kind))].sort(),
  )

/** Bytes of picture that have come in over all connections of the page. */
export const pictureBytes = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let bytes = 0
    for (const connection of window.watched.connections)
      for (const report of (await connection.getStats()).values())
        if (report.type === 'inbound-rtp' && report.kind === 'video') bytes += report.bytesReceived
    return bytes
  })
