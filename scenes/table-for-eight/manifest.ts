import type { Manifest } from '../kit/types.ts'

export const manifest = {
  id: 'table-for-eight',
  version: 1,
  title: { en: 'Table for eight', es: 'Mesa para ocho' },
  summary: {
    en: 'Vera turns sixty in the back room of a small restaurant. You sit in the place of her oldest friend, Ruth, who is hard of hearing and very good at dinners. Then the room gets loud.',
    es: 'Vera cumple sesenta en la sala del fondo de un restaurante pequeño. Te sientas en el lugar de su amiga de siempre, Ruth, que oye poco y a quien las cenas se le dan muy bien. Entonces sube el ruido.',
  },
  who: {
    name: 'Ruth',
    introduces: {
      en: 'I am Ruth. I mend clocks, and I have been hard of hearing since I was nineteen. I wear two hearing aids, and I read faces the way other people read subtitles.',
      es: 'Soy Ruth. Arreglo relojes y oigo poco desde los diecinueve años. Llevo dos audífonos, y leo las caras como otras personas leen subtítulos.',
    },
  },
  status: 'draft',
  provenance: { basis: 'composite', reviewers: [] },
  contentNotes: [
    {
      tag: 'loud',
      text: {
        en: 'For about a minute a restaurant gets busy: voices, plates, music. It rises slowly and nothing is sudden.',
        es: 'Durante un minuto, más o menos, el restaurante se llena: voces, platos, música. Sube despacio y nada llega de golpe.',
      },
    },
    {
      tag: 'exclusion',
      text: {
        en: 'Somebody kind says “never mind, I’ll tell you later”.',
        es: 'Alguien dice con cariño: «nada, luego te lo cuento».',
      },
    },
  ],
  advice: [
    {
      en: 'If you are hard of hearing or Deaf yourself, everything is in the captions: the sound can stay off. Words that Ruth misses are long dashes.',
      es: 'Si oyes poco o eres una persona sorda, todo está en los subtítulos: puedes dejar el sonido apagado. Las palabras que Ruth se pierde son rayas largas.',
    },
    {
      en: 'If crowded rooms cost you a lot, choose the first level, or read the scene as a story.',
      es: 'Si los sitios llenos te cuestan mucho, elige el primer nivel o lee la escena como un relato.',
    },
  ],
  intensity: {
    1: {
      en: 'The room stays soft. Only the captions show what gets lost.',
      es: 'La sala se queda suave. Solo los subtítulos muestran lo que se pierde.',
    },
    2: {
      en: 'The room is as full as a restaurant at nine, heard from a little way off.',
      es: 'La sala suena como un restaurante a las nueve, oído desde cierta distancia.',
    },
    3: {
      en: 'The room is as full as a restaurant at nine. Still never sudden, and quieter than a real one.',
      es: 'La sala suena como un restaurante a las nueve. Nada llega de golpe, y es menos ruidosa que una de verdad.',
    },
  },
  beats: [
    { id: 'arriving', kind: 'arrive', seconds: 27 },
    { id: 'coming-in', kind: 'world', seconds: 37 },
    { id: 'her-chair', kind: 'skill', seconds: 32 },
    { id: 'bread-and-olives', kind: 'world', seconds: 36 },
    { id: 'four-conversations', kind: 'pressure', seconds: 44 },
    { id: 'the-laugh', kind: 'pressure', seconds: 22 },
    { id: 'her-question', kind: 'skill', seconds: 31 },
    { id: 'it-works', kind: 'skill', seconds: 24 },
    { id: 'what-the-table-can-do', kind: 'change', seconds: 34 },
    { id: 'once-more', kind: 'again', seconds: 54 },
    { id: 'in-her-words', kind: 'voice', seconds: 44 },
    { id: 'candles', kind: 'leave', seconds: 26 },
  ],
  facilitator: {
    before: [
      {
        en: 'Say that this is a draft: nobody who is hard of hearing has reviewed it yet.',
        es: 'Di que es un borrador: todavía no la ha revisado nadie que oiga poco.',
      },
      {
        en: 'Ask whether everybody’s captions are on and easy to read.',
        es: 'Pregunta si todo el mundo tiene los subtítulos puestos y los lee bien.',
      },
      {
        en: 'Somebody in the circle may live this. Do not ask them to speak for everyone who does.',
        es: 'Puede que alguien del círculo lo viva. No le pidas que hable por nadie más.',
      },
    ],
    after: [
      {
        en: 'Begin with what Ruth does well, and only then with what the table could do.',
        es: 'Empieza por lo que Ruth hace bien, y solo después por lo que podía hacer la mesa.',
      },
      {
        en: 'Keep one rule from the scene for this talk: one voice at a time.',
        es: 'Quédate con una regla de la escena para esta charla: una voz cada vez.',
      },
    ],
  },
  reflection: {
    imagine: {
      en: 'Think of a table you like to sit at. If half of every sentence went missing, what would you do first? And what would you hope that somebody else did?',
      es: 'Piensa en una mesa a la que te guste sentarte. Si se perdiera la mitad de cada frase, ¿qué harías primero? ¿Y qué te gustaría que hiciera otra persona?',
    },
    questions: [
      {
        en: 'What did Ruth do that worked?',
        es: '¿Qué hizo Ruth que funcionó?',
      },
      {
        en: 'Which change cost the table least, and gave most?',
        es: '¿Qué cambio le costó menos a la mesa y dio más?',
      },
      {
        en: 'When did somebody last tell you “never mind”? When did you last say it?',
        es: '¿Cuándo fue la última vez que te dijeron «nada, déjalo»? ¿Y la última vez que lo dijiste?',
      },
      {
        en: 'If you live with this: what does the scene get wrong?',
        es: 'Si lo vives: ¿en qué se equivoca la escena?',
      },
    ],
    action: {
      en: 'One thing I can do at the next table I sit at',
      es: 'Una cosa que puedo hacer en la próxima mesa a la que me siente',
    },
  },
  comfort: { peakDb: -6, nearest: 0.5 },
} as const satisfies Manifest
