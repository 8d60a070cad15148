import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { useStore } from 'zustand'
import { Stage, type StageControls } from '../../../web/empathy/stage/Stage.tsx'
import type { StageSettings } from '../../../web/empathy/stage/settings.ts'
import { createVisit } from '../../../web/empathy/visit.ts'
import { loadLanguage, loadTexts } from '../../../web/lib/i18n.ts'
import { drawn, Scene } from './scene.tsx'
import { manifest, script } from './script.ts'
import '../../../web/ui/base.css'
import './stage.css'

/** What tests reach into: the visit, the stage’s controls, and what the page was told. */
const told: { what: string; at: number }[] = []
const visit = createVisit({ manifest, script, mode: 'desktop', now: () => performance.now() })
// in a circle its clock is not one's own
if (new URLSearchParams(location.search).has('led')) visit.led = true
const hook = {
  visit,
  told,
  drawn,
  controls: undefined as StageControls | undefined,
  set: (_: Partial<StageSettings>) => {},
}
export type StageHook = typeof hook
Object.assign(window, { stage: hook })
visit.state.subscribe((now, before) => {
  if (now.calm !== before.calm) told.push({ what: now.calm ? 'calm' : 'back', at: performance.now() })
})

function Page() {
  const asked = new URLSearchParams(location.search)
  const [settings, set] = useState<StageSettings>({
    still: asked.has('still'),
    contrast: asked.has('contrast'),
    height: 0,
    captions: (asked.get('captions') as StageSettings['captions'] | null) ?? 'follow',
    dwell: asked.has('dwell'),
    gyroscope: asked.has('gyroscope'),
  })
  hook.set = (more) => set((now) => ({ ...now, ...more }))
  const calm = useStore(visit.state, (state) => state.calm)
  return (
    <Stage
      visit={visit}
      Scene={Scene}
      settings={settings}
      calm={calm}
      help={['If you want to talk now: 116 123', 'free, day and night']}
      onTrouble={(what) => told.push({ what, at: performance.now() })}
      onHeadset={(inside) => {
        told.push({ what: inside ? 'inside' : 'outside', at: performance.now() })
        visit.actions.send({ type: 'mode', mode: inside ? 'headset' : 'desktop' })
      }}
      onReady={(controls) => {
        hook.controls = controls
      }}
    />
  )
}

async function start() {
  await loadLanguage(new URLSearchParams(location.search).get('language') === 'es' ? 'es' : 'en')
  await loadTexts('stage')
  for (let i = 0; i < 3; i++) visit.actions.send({ type: 'next' })
  const app = document.getElementById('app')
  if (app)
    createRoot(app).render(
      <I18nProvider i18n={i18n}>
        <Page />
      </I18nProvider>,
    )
}
void start()
