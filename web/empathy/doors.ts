import { loadTexts } from '../lib/i18n.ts'
import { part } from '../lib/parts.ts'

// scenes, their words and what shows them come when somebody wants to see them
export const ScenesPage = part(async () => {
  const [page] = await Promise.all([import('./ScenesPage.tsx'), loadTexts('scenes')])
  return page.ScenesPage
})
export const GoOnPage = part(async () => {
  const [page] = await Promise.all([import('./GoOnPage.tsx'), loadTexts('scenes')])
  return page.GoOnPage
})
export const ScenePage = part(async () => {
  const [page] = await Promise.all([import('./ScenePage.tsx'), loadTexts('scenes'), loadTexts('captions')])
  return page.ScenePage
})
