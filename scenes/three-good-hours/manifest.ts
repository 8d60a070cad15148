import type { Manifest } from '../kit/types.ts'

export const manifest = {
  id: 'three-good-hours',
  version: 1,
  title: { en: 'Three good hours', es: 'Tres horas buenas' },
  summary: {
    en: 'Aiko makes crosswords and lives with ME/CFS. On a good day she has nine stones of energy, and everything costs some: the stairs, the noise, also the nice things. You sit in her place while she plans a day with a visit in it.',
    es: 'Aiko inventa crucigramas y vive con EM/SFC. En un día bueno tiene nueve piedras de energía, y todo cuesta alguna: las escaleras, el ruido y también lo bonito. Te sientas en su lugar mientras planea un día con una visita.',
  },
  who: {
    name: 'Aiko',
    introduces: {
      en: 'I am Aiko. I make crosswords for a newspaper, mostly lying down. I have had ME for six years, also called chronic fatigue syndrome, and no, a nap does not mend it.',
      es: 'Soy Aiko. Hago crucigramas para un periódico, casi siempre en horizontal. Tengo EM desde hace seis años, también llamada síndrome de fatiga crónica, y no, no se arregla con una siesta.',
    },
  },
  status: 'draft',
  provenance: { basis: 'composite', reviewers: [] },
  contentNotes: [
    {
      tag: 'fatigue',
      text: {
        en: 'A day costs more than it should, and the next morning is spent lying down. It is told calmly, and nobody is in danger.',
        es: 'Un día cuesta más de lo que debería, y la mañana siguiente se pasa en la cama. Se cuenta con calma y nadie corre peligro.',
      },
    },
    {
      tag: 'medical',
      text: {
        en: 'An illness is named. Nothing is said about how to treat it.',
        es: 'Se nombra una enfermedad. No se dice nada de cómo tratarla.',
      },
    },
    {
      tag: 'crowd',
      text: {
        en: 'For about a minute a kitchen is full of friendly people.',
        es: 'Durante un minuto, más o menos, hay una cocina llena de gente amable.',
      },
    },
  ],
  advice: [
    {
      en: 'If you have little energy today, read it as a story, stop anywhere, and come back another day. Your place is kept.',
      es: 'Si hoy tienes poca energía, léela como un relato, para donde quieras y vuelve otro día. Te guardamos el sitio.',
    },
    {
      en: 'If you live with a long illness, you may prefer the door “I live with this”.',
      es: 'Si vives con una enfermedad larga, quizá prefieras la puerta «Yo lo vivo».',
    },
  ],
  intensity: {
    1: {
      en: 'Rooms dim a little when stones are spent. The kitchen stays soft.',
      es: 'Las habitaciones se apagan un poco al gastar piedras. La cocina se queda suave.',
    },
    2: {
      en: 'Rooms dim more clearly, and the kitchen sounds like a full kitchen some way off.',
      es: 'Las habitaciones se apagan más, y la cocina suena llena, pero a cierta distancia.',
    },
    3: {
      en: 'The kitchen is bright and full. Nothing is sudden, and nothing is asked of your own strength.',
      es: 'La cocina está llena y con mucha luz. Nada llega de golpe, y no se te pide ningún esfuerzo.',
    },
  },
  beats: [
    { id: 'nine-stones', kind: 'arrive', seconds: 27 },
    { id: 'her-room', kind: 'world', seconds: 32 },
    { id: 'the-plan', kind: 'skill', seconds: 38 },
    { id: 'a-small-joy', kind: 'skill', seconds: 25 },
    { id: 'lunch', kind: 'pressure', seconds: 44 },
    { id: 'stay-for-cake', kind: 'pressure', seconds: 21 },
    { id: 'next-morning', kind: 'pressure', seconds: 34 },
    { id: 'two-stones', kind: 'skill', seconds: 31 },
    { id: 'maya-asks', kind: 'change', seconds: 41 },
    { id: 'lunch-again', kind: 'again', seconds: 44 },
    { id: 'morning-again', kind: 'again', seconds: 19 },
    { id: 'in-her-words', kind: 'voice', seconds: 44 },
    { id: 'window', kind: 'leave', seconds: 22 },
  ],
  facilitator: {
    before: [
      {
        en: 'Say that this is a draft: nobody who lives with ME/CFS has reviewed it yet.',
        es: 'Di que es un borrador: todavía no la ha revisado nadie que viva con EM/SFC.',
      },
      {
        en: 'Anybody may lie down, turn off the camera, or only listen. Say so first.',
        es: 'Cualquiera puede tumbarse, apagar la cámara o solo escuchar. Dilo al empezar.',
      },
      {
        en: 'Ask that nobody gives advice about treatment, here or afterwards.',
        es: 'Pide que nadie dé consejos sobre tratamientos, ni aquí ni después.',
      },
    ],
    after: [
      {
        en: 'Begin with how well Aiko plans, and only then with what Maya changed.',
        es: 'Empieza por lo bien que planea Aiko, y solo después por lo que cambió Maya.',
      },
      {
        en: 'Keep it short. Somebody here may be counting stones; silence is a way to take part.',
        es: 'Que sea corto. Puede que alguien esté contando piedras; el silencio también es participar.',
      },
    ],
  },
  reflection: {
    imagine: {
      en: 'Imagine that tomorrow everything costs you, also what you like, and that you have enough for three hours. What would you keep?',
      es: 'Imagina que mañana todo te cuesta, también lo que te gusta, y que te alcanza para tres horas. ¿Con qué te quedarías?',
    },
    questions: [
      {
        en: 'What does Aiko know about her day that somebody who meets her at lunch does not?',
        es: '¿Qué sabe Aiko de su día que no sabe quien se la encuentra en la comida?',
      },
      {
        en: 'Which of Maya’s changes would you be glad of, whatever your strength?',
        es: '¿Cuál de los cambios de Maya te vendría bien, tengas las fuerzas que tengas?',
      },
      {
        en: 'What is a small joy worth a stone to you?',
        es: '¿Qué alegría pequeña vale para ti una piedra?',
      },
      {
        en: 'If you live with this: what does the scene get wrong?',
        es: 'Si lo vives: ¿en qué se equivoca la escena?',
      },
    ],
    action: {
      en: 'One thing I can change in the next invitation I send',
      es: 'Una cosa que puedo cambiar en la próxima invitación que haga',
    },
  },
  comfort: { peakDb: -6, nearest: 0.5 },
} as const satisfies Manifest
