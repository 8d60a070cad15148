import type { Manifest, Script } from '../../scenes/kit/types.ts'
import { createVisit, type Mode, type Visit } from '../../web/empathy/visit.ts'

const both = (text: string) => ({ en: text, es: text })

/** A small scene of three beats for tests of what hosts scenes: 10, 40 and 10 seconds, with one choice. */
export const smallScene: Manifest = {
  id: 'small',
  version: 1,
  title: both('Small'),
  summary: both('A small scene.'),
  who: { name: 'Ana', introduces: both('I am Ana.') },
  status: 'draft',
  provenance: { basis: 'composite', reviewers: [] },
  contentNotes: [],
  advice: [],
  intensity: { 1: both('one'), 2: both('two'), 3: both('three') },
  beats: [
    { id: 'come', kind: 'arrive', seconds: 10 },
    { id: 'turn', kind: 'change', seconds: 40 },
    { id: 'go', kind: 'leave', seconds: 10 },
  ],
  facilitator: { before: [], after: [] },
  reflection: { imagine: both('Imagine.'), questions: [both('What?')], action: both('One thing.') },
  comfort: { peakDb: -12, nearest: 0.5 },
}

export const smallScript: Script = {
  voices: { ana: { name: both('Ana') }, ben: { name: both('Ben'), at: [1, 1, -1] } },
  beats: {
    come: {
      describe: both('A table.'),
      lines: [
        { who: 'ana', ...both('I come in.') },
        { who: null, ...both('[a door]') },
      ],
    },
    turn: {
      describe: both('A lamp.'),
      lines: [{ who: 'ben', ...both('Shall I?') }],
      choice: {
        id: 'lamp',
        ask: both('The lamp?'),
        options: [
          { id: 'on', label: both('On') },
          { id: 'off', label: both('Off') },
        ],
        from: 5,
        otherwise: 'off',
      },
    },
    go: {
      describe: both('A door.'),
      lines: [{ who: 'ben', ...both('Bright.'), when: { lamp: 'on' } }],
    },
  },
}

/** A visit on a clock that goes on when it is told to; times in seconds. */
export function visitOnAClock(mode: Mode = 'desktop'): {
  visit: Visit
  pass: (seconds: number) => void
  toScene: () => void
} {
  let now = 1_000_000
  const visit = createVisit({ manifest: smallScene, script: smallScript, mode, now: () => now })
  return {
    visit,
    pass: (seconds) => {
      now += seconds * 1000
    },
    toScene: () => {
      for (let i = 0; i < 3; i++) visit.actions.send({ type: 'next' })
    },
  }
}
