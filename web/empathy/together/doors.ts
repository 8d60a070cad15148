import { loadTexts } from '../../lib/i18n.ts'
import { part } from '../../lib/parts.ts'
import type { Together } from '../../room/together.ts'
import { canEnterHeadset } from '../stage/headset.ts'

// a circle that opens no scene fetches nothing of this
const Hearth = part(async () => {
  const [hearth] = await Promise.all([
    import('./SceneHearth.tsx'),
    loadTexts('together'),
    loadTexts('scenes'),
  ])
  return hearth.SceneHearth
})
const Layer = part(async () => {
  const [layer] = await Promise.all([import('./SceneLayer.tsx'), loadTexts('together'), loadTexts('scenes')])
  return layer.SceneLayer
})
const Panel = part(async () => {
  const [panel] = await Promise.all([import('./OpenScene.tsx'), loadTexts('together'), loadTexts('scenes')])
  return panel.OpenScene
})

const Own = part(async () => {
  const [own] = await Promise.all([import('./Own.tsx'), loadTexts('together'), loadTexts('scenes')])
  return own.Own
})

const Headset = part(async () => {
  const [circle] = await Promise.all([
    import('../circle/CircleHeadset.tsx'),
    loadTexts('together'),
    loadTexts('scenes'),
  ])
  return circle.CircleHeadset
})

/** The circle's scene on a second screen. */
export const SceneOnScreen = part(async () => {
  const [screen] = await Promise.all([
    import('./SceneOnScreen.tsx'),
    loadTexts('together'),
    loadTexts('scenes'),
  ])
  return screen.SceneOnScreen
})

/** What a circle's answers came to, for the page after a meetup. */
export const Tally = part(async () => {
  const [tally] = await Promise.all([import('./Tally.tsx'), loadTexts('together'), loadTexts('scenes')])
  return tally.Tally
})

/** Scenes for a circle, for the room to take. */
export const together: Together = {
  Hearth,
  Layer,
  Panel,
  Own,
  Headset,
  canEnterHeadset,
  early() {
    for (const later of [Hearth, Layer, Panel, Own]) later.early()
  },
}
