import type { Beat, BeatScript, Manifest, Script, Words } from '../../../scenes/kit/types.ts'

export const words = (text: string): Words => ({ en: text, es: `${text} (es)` })

const DESCRIBE = words('A plain room with a table, two chairs, a lamp and a window to the north.')
const beat = (lines: BeatScript['lines'], more: Partial<BeatScript> = {}): BeatScript => ({
  describe: DESCRIBE,
  lines,
  ...more,
})

/** The smallest scene that is right in everything, to be broken or walked through. 250 seconds. */
export const manifest: Manifest = {
  id: 'tiny',
  version: 1,
  title: words('Tiny'),
  summary: words('A small scene for tests.'),
  who: { name: 'Kim', introduces: words('I am Kim.') },
  status: 'draft',
  provenance: { basis: 'composite', reviewers: [] },
  contentNotes: [{ tag: 'loud', text: words('Nothing is loud.') }],
  advice: [words('Nothing has to be skipped.')],
  intensity: { 1: words('Soft.'), 2: words('Fuller.'), 3: words('Full.') },
  beats: [
    { id: 'door', kind: 'arrive', seconds: 30 },
    { id: 'table', kind: 'world', seconds: 40 },
    { id: 'noise', kind: 'pressure', seconds: 30 },
    { id: 'way', kind: 'skill', seconds: 40 },
    { id: 'lamp', kind: 'change', seconds: 30 },
    { id: 'noise-again', kind: 'again', seconds: 30 },
    { id: 'kim', kind: 'voice', seconds: 30 },
    { id: 'out', kind: 'leave', seconds: 20 },
  ],
  facilitator: { before: [words('Say who Kim is.')], after: [words('Ask what worked.')] },
  reflection: { imagine: words('Imagine.'), questions: [words('What worked?')], action: words('One thing') },
  comfort: { peakDb: -6, nearest: 0.5 },
}

export const script: Script = {
  voices: { kim: { name: words('Kim') }, lee: { name: words('Lee'), at: [1, 1.2, -1] } },
  beats: {
    door: beat([{ who: null, en: '[a door]', es: '[una puerta]' }]),
    table: beat([{ who: 'lee', en: 'Sit down, please.', es: 'Siéntate, por favor.' }]),
    noise: beat([{ who: 'kim', en: 'So many voices.', es: 'Cuántas voces.' }]),
    way: beat([{ who: 'kim', en: 'I have a way.', es: 'Tengo una manera.' }], {
      choice: {
        id: 'way',
        ask: words('Which way?'),
        from: 5,
        otherwise: 'wait',
        options: [
          { id: 'wait', label: words('Wait') },
          { id: 'ask', label: words('Ask') },
        ],
      },
    }),
    lamp: beat([{ who: 'lee', en: 'What would help?', es: '¿Qué ayudaría?' }], {
      choice: {
        id: 'light',
        ask: words('What changes?'),
        from: 5,
        otherwise: 'on',
        options: [
          { id: 'on', label: words('The lamp') },
          { id: 'near', label: words('The chairs') },
        ],
      },
    }),
    'noise-again': beat([
      { who: 'kim', en: 'Now I see them.', es: 'Ahora sí.', when: { light: 'on' } },
      {
        who: 'kim',
        en: 'Now they are near, all of them.',
        es: 'Ahora están cerca.',
        when: { light: 'near' },
      },
      { who: 'lee', en: 'Better?', es: '¿Mejor?' },
    ]),
    kim: beat([{ who: 'kim', en: 'Ask me. I will tell you.', es: 'Pregúntame y te lo digo.' }]),
    out: beat([{ who: 'kim', en: 'See you.', es: 'Hasta luego.' }]),
  },
}

export const withBeats = (change: (beats: Beat[]) => Beat[]): { manifest: Manifest; script: Script } => ({
  manifest: { ...manifest, beats: change(manifest.beats.map((one) => ({ ...one }))) },
  script,
})

/** The same scene with one beat's script replaced; `undefined` leaves it out. */
export function withScript(id: string, change: (part: BeatScript) => BeatScript | undefined) {
  const { [id]: part, ...beats } = script.beats
  if (!part) throw new Error(`no beat “${id}”`)
  const changed = change(part)
  return { manifest, script: { ...script, beats: changed ? { ...beats, [id]: changed } : beats } }
}
