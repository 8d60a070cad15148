import type { Manifest } from '../kit/types.ts'

export const manifest = {
  id: 'the-second-cup',
  version: 1,
  title: { en: 'The second cup', es: 'La segunda taza' },
  summary: {
    en: 'A kitchen, early evening. Leif makes tea, eight months after his wife Marit died. A few things tell about her, a message comes, and the lamps along the water are lit.',
    es: 'Una cocina, al caer la tarde. Leif prepara té, ocho meses después de la muerte de Marit, su mujer. Unas pocas cosas hablan de ella, llega un mensaje y se encienden las farolas junto al agua.',
  },
  who: {
    name: 'Leif',
    introduces: {
      en: 'Leif is 66. He used to mend ships’ engines, sings bass a little too loud, and lives on the third floor above a harbour. He was married to Marit for thirty-one years.',
      es: 'Leif tiene 66 años. Reparaba motores de barco, canta de bajo un poco más fuerte de la cuenta y vive en un tercer piso, sobre un puerto. Estuvo treinta y un años casado con Marit.',
    },
  },
  status: 'draft',
  provenance: { basis: 'composite', reviewers: [] },
  contentNotes: [
    {
      tag: 'death',
      text: {
        en: 'It is about the time after a wife’s death. She is remembered, never shown or heard, and how she died is not told.',
        es: 'Trata del tiempo después de la muerte de una esposa. Se la recuerda; no se la ve ni se la oye, y no se cuenta cómo murió.',
      },
    },
    {
      tag: 'loneliness',
      text: {
        en: 'For about a minute, the hour when she used to come home is very quiet.',
        es: 'Durante un minuto, más o menos, la hora a la que ella volvía a casa está muy callada.',
      },
    },
  ],
  advice: [
    {
      en: 'If you lost somebody not long ago, you may like to go through this as text, with somebody, or another day.',
      es: 'Si has perdido a alguien hace poco, quizá prefieras leerlo como texto, ir con alguien o dejarlo para otro día.',
    },
    {
      en: 'The quietest minute is the part called “It becomes a lot”. You can move on from it at any time.',
      es: 'El minuto más callado es la parte «Empieza a ser mucho». Puedes pasar adelante en cualquier momento.',
    },
  ],
  intensity: {
    1: {
      en: 'The phone only glows. The kitchen stays light, and its sounds are soft.',
      es: 'El teléfono solo se ilumina. La cocina sigue clara y sus sonidos son suaves.',
    },
    2: {
      en: 'The phone hums softly once. At ten past six one hears the clock, and the room is a little darker.',
      es: 'El teléfono vibra una vez, muy bajo. A las seis y diez se oye el reloj y la cocina está algo más oscura.',
    },
    3: {
      en: 'The clock is nearer, and at ten past six the evening fills more of the room.',
      es: 'El reloj se oye más cerca y, a las seis y diez, la tarde ocupa más la habitación.',
    },
  },
  beats: [
    { id: 'come-in', kind: 'arrive', seconds: 26 },
    { id: 'two-cups', kind: 'world', seconds: 42 },
    { id: 'what-is-here', kind: 'world', seconds: 30 },
    { id: 'the-thing', kind: 'world', seconds: 34 },
    { id: 'ten-past-six', kind: 'pressure', seconds: 50 },
    { id: 'the-walk', kind: 'skill', seconds: 50 },
    { id: 'the-choir', kind: 'skill', seconds: 44 },
    { id: 'across-the-landing', kind: 'change', seconds: 38 },
    { id: 'ten-past-six-again', kind: 'again', seconds: 54 },
    { id: 'leif-says', kind: 'voice', seconds: 44 },
    { id: 'both-cups', kind: 'leave', seconds: 24 },
  ],
  facilitator: {
    before: [
      {
        en: 'Say that somebody in the circle may have lost a person, and that nobody is asked about it.',
        es: 'Di que alguien del círculo puede haber perdido a una persona y que a nadie se le preguntará por ello.',
      },
      {
        en: 'Say that it ends in lamplight, without a lesson. Nobody is brought to a “better place” here.',
        es: 'Di que termina a la luz de una lámpara y sin moraleja. Aquí a nadie se le lleva a «un lugar mejor».',
      },
    ],
    after: [
      {
        en: 'Leave a full minute before the first question. Silence is a good answer.',
        es: 'Deja un minuto entero antes de la primera pregunta. El silencio es una buena respuesta.',
      },
      {
        en: 'If advice begins (“he should…”), come back to what Leif already does well.',
        es: 'Si empiezan los consejos («debería…»), vuelve a lo que Leif ya hace bien.',
      },
      {
        en: 'Who lives with a loss speaks as the one who knows, if they want to speak at all.',
        es: 'Quien vive con una pérdida habla como quien sabe, si es que quiere hablar.',
      },
    ],
  },
  reflection: {
    imagine: {
      en: 'Before you look: think of a kitchen in which somebody is missing. Which thing on the table would tell you first?',
      es: 'Antes de mirar: piensa en una cocina en la que falta alguien. ¿Qué cosa de la mesa te lo diría primero?',
    },
    questions: [
      {
        en: 'What stayed with you: a thing, a sound, a sentence?',
        es: '¿Qué se te ha quedado: una cosa, un sonido, una frase?',
      },
      {
        en: 'What does Leif do well in his evenings?',
        es: '¿Qué hace bien Leif con sus tardes?',
      },
      {
        en: 'What did the message you picked ask of him, and what did it leave him free to do?',
        es: '¿Qué le pedía a Leif el mensaje que elegiste, y qué le dejaba libre?',
      },
      {
        en: 'What would you not want to say to him any more, and what would you rather say?',
        es: '¿Qué preferirías ya no decirle, y qué le dirías en su lugar?',
      },
    ],
    action: {
      en: 'Whom could you write to this week so that no answer is needed? What would the first line be?',
      es: '¿A quién podrías escribir esta semana sin que haga falta respuesta? ¿Cuál sería la primera línea?',
    },
  },
  comfort: { peakDb: -9, nearest: 0.5 },
} as const satisfies Manifest
