import { part } from '../lib/parts.ts'

// what one comes to from a meetup's page, and from its room: fetched ahead there, since the network may be gone by then
export const RoomPage = part(async () => (await import('../room/RoomPage.tsx')).RoomPage)
export const AfterPage = part(async () => (await import('./AfterPage.tsx')).AfterPage)
