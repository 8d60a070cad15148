import type { Manifest, Script, Words } from '../../../scenes/kit/types.ts'

const both = (en: string, es = en): Words => ({ en, es })

/** A scene for tests: Ruth on the left, somebody far to the right. */
export const manifest: Manifest = {
  id: 'table',
  version: 1,
  title: both('A table'),
  summary: both('For tests.'),
  who: { name: 'Ruth', introduces: both('I am Ruth.') },
  status: 'draft',
  provenance: { basis: 'composite', reviewers: [] },
  contentNotes: [],
  advice: [],
  intensity: { 1: both('mild'), 2: both('as it is'), 3: both('much') },
  beats: [
    { id: 'arrive', kind: 'arrive', seconds: 60 },
    { id: 'ask', kind: 'change', seconds: 60 },
    { id: 'lamp', kind: 'change', seconds: 60 },
    { id: 'leave', kind: 'leave', seconds: 60 },
  ],
  facilitator: { before: [], after: [] },
  reflection: { imagine: both('Imagine.'), questions: [], action: both('One thing.') },
  comfort: { peakDb: -12, nearest: 0.5 },
}

export const script: Script = {
  voices: {
    ruth: { name: both('Ruth'), at: [-0.5, 1.2, -1.6] },
    ben: { name: both('Ben'), at: [1.8, 1.2, 0.2] },
  },
  beats: {
    arrive: {
      describe: both('A table with a lamp.'),
      lines: [
        {
          who: 'ruth',
          ...both(
            'Come in, sit down. It is only soup, but it is hot.',
            'Pasa, siéntate. Es sopa, ¿quieres? Mañana habrá más.',
          ),
        },
        { who: 'ben', ...both('I cannot hear you over all of this.', '¡No te oigo con todo esto!') },
        { who: null, ...both('[chairs are moved]', '[se mueven sillas]') },
      ],
    },
    ask: {
      describe: both('Ruth waits.'),
      lines: [{ who: 'ruth', ...both('What would help now?', '¿Qué ayudaría ahora?') }],
      choice: {
        id: 'music',
        ask: both('What do you do about the music?', '¿Qué haces con la música?'),
        from: 1,
        otherwise: 'stay',
        options: [
          {
            id: 'down',
            label: both('Turn it down', 'Bajarla'),
            hint: both('Ruth asked for it', 'Ruth lo pidió'),
          },
          { id: 'ask', label: both('Ask the others what they want', 'Preguntar a los demás') },
          { id: 'stay', label: both('Leave it as it is', 'Dejarla como está') },
        ],
      },
    },
    lamp: {
      describe: both('The lamp is in her eyes.'),
      lines: [{ who: 'ruth', ...both('And the lamp?', '¿Y la lámpara?') }],
      choice: {
        id: 'lamp',
        ask: both('And the lamp?', '¿Y la lámpara?'),
        from: 1,
        otherwise: 'leave',
        options: [
          { id: 'turn', label: both('Turn it a little', 'Girarla un poco') },
          { id: 'leave', label: both('Leave it', 'Dejarla') },
        ],
      },
    },
    leave: { describe: both('Quiet.'), lines: [{ who: 'ruth', ...both('Thank you.', 'Gracias.') }] },
  },
}
