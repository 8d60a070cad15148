import { loadTexts } from '../lib/i18n.ts'
import { part } from '../lib/parts.ts'

// what one comes to from a meetup's page, and from its room: fetched ahead there, since the network may be gone by then
export const RoomPage = part(async () => {
  const [page] = await Promise.all([import('../room/RoomPage.tsx'), loadTexts('room')])
  return page.RoomPage
})
export const ScreenPage = part(async () => {
  const [page] = await Promise.all([
    import('../screen/ScreenPage.tsx'),
    loadTexts('room'),
    loadTexts('captions'),
  ])
  return page.ScreenPage
})
export const AfterPage = part(async () => (await import('./AfterPage.tsx')).AfterPage)
