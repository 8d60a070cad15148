import { sceneOf } from '../../scenes/catalog.ts'
import type { Beat, Manifest, Words } from '../../scenes/kit/types.ts'

const said = (en: string): Words => ({ en, es: `${en} (es)` })

const beats: readonly Beat[] = [
  { id: 'door', kind: 'arrive', seconds: 20 },
  { id: 'kitchen', kind: 'world', seconds: 60 },
  { id: 'rush', kind: 'pressure', seconds: 40 },
  { id: 'own-way', kind: 'skill', seconds: 40 },
  { id: 'window', kind: 'change', seconds: 40 },
  { id: 'once-more', kind: 'again', seconds: 30 },
  { id: 'her-words', kind: 'voice', seconds: 30 },
  { id: 'out', kind: 'leave', seconds: 20 },
]

/** A scene that is only data: what the server knows of one. */
export const testScene: Manifest = {
  id: 'a-test-kitchen',
  version: 1,
  title: said('A test kitchen'),
  summary: said('A kitchen in which nothing burns.'),
  who: { name: 'Ida', introduces: said('I am Ida.') },
  status: 'reviewed',
  provenance: { basis: 'composite', reviewers: ['somebody'], reviewedOn: '2026-11-01' },
  contentNotes: [{ tag: 'crowd', text: said('Several people talk at once.') }],
  advice: [],
  intensity: { 1: said('mild'), 2: said('as it is'), 3: said('more of it') },
  beats,
  facilitator: { before: [], after: [] },
  reflection: {
    imagine: said('Imagine a kitchen.'),
    questions: [said('What did you notice?'), said('What did she do well?'), said('What could change?')],
    action: said('One thing I can do'),
  },
  comfort: { peakDb: -12, nearest: 0.5 },
}

export const testDraft: Manifest = { ...testScene, id: 'a-test-draft', status: 'draft' }

/** The service's own scenes, and the two of tests. */
export const withTestScenes = (id: string): Manifest | undefined =>
  [testScene, testDraft].find((scene) => scene.id === id) ?? sceneOf(id)
