import type { Manifest } from '../kit/types.ts'

export const manifest = {
  id: 'saturday-supermarket',
  version: 1,
  title: { en: 'Saturday supermarket', es: 'Supermercado en sábado' },
  summary: {
    en: 'Saturday, eleven o’clock. Nour is autistic and needs one thing: fresh yeast. The shop is loud in many small ways. She has a list, a route and a song, and then you get the keys to the shop.',
    es: 'Sábado, las once. Nour es autista y necesita una cosa: levadura fresca. La tienda hace ruido de muchas maneras pequeñas. Ella tiene una lista, una ruta y una canción; y después las llaves de la tienda son tuyas.',
  },
  who: {
    name: 'Nour',
    introduces: {
      en: 'Nour is 34 and autistic. She makes the indexes at the back of books, so noticing is her job. Today she bakes bread with her niece, and the yeast is in aisle nine.',
      es: 'Nour tiene 34 años y es autista. Hace los índices que van al final de los libros: fijarse es su oficio. Hoy hará pan con su sobrina, y la levadura está en el pasillo nueve.',
    },
  },
  status: 'draft',
  provenance: { basis: 'composite', reviewers: [] },
  contentNotes: [
    {
      tag: 'loud',
      text: {
        en: 'Many sounds lie on top of each other for about a minute. They rise slowly, and never jump.',
        es: 'Durante un minuto, más o menos, muchos sonidos se superponen. Suben despacio y nunca de golpe.',
      },
    },
    {
      tag: 'crowd',
      text: {
        en: 'A busy shop: people and trolleys pass at a distance. Nobody comes near or touches you.',
        es: 'Una tienda llena: pasan personas y carros a cierta distancia. Nadie se te acerca ni te toca.',
      },
    },
  ],
  advice: [
    {
      en: 'If shops like this cost you a lot, you do not need a picture of one. Text has the same story; sound and light stay out of it.',
      es: 'Si las tiendas así te cuestan mucho, no necesitas verlas otra vez. En texto es la misma historia, sin sonido ni luz.',
    },
    {
      en: 'Nothing flashes. The fullest minute is the part called “It becomes a lot”, and you can move on from it at any time.',
      es: 'Nada parpadea. El minuto más lleno es la parte «Empieza a ser mucho», y puedes pasar adelante en cualquier momento.',
    },
  ],
  intensity: {
    1: {
      en: 'Few layers, all soft. Most of it is told in words.',
      es: 'Pocas capas y todas suaves. Casi todo se cuenta con palabras.',
    },
    2: {
      en: 'All layers of sound can be heard, and the light gets a little cooler.',
      es: 'Se oyen todas las capas de sonido y la luz se vuelve algo más fría.',
    },
    3: {
      en: 'The layers come closer together and the light is whiter. It is never louder than a conversation.',
      es: 'Las capas se acercan y la luz es más blanca. Nunca suena más fuerte que una conversación.',
    },
  },
  beats: [
    { id: 'outside', kind: 'arrive', seconds: 32 },
    { id: 'inside', kind: 'world', seconds: 40 },
    { id: 'the-route', kind: 'skill', seconds: 40 },
    { id: 'aisles-four-to-eight', kind: 'pressure', seconds: 52 },
    { id: 'my-things', kind: 'skill', seconds: 38 },
    { id: 'aisle-nine', kind: 'skill', seconds: 40 },
    { id: 'the-keys', kind: 'change', seconds: 38 },
    { id: 'the-lights', kind: 'change', seconds: 28 },
    { id: 'quiet-hour', kind: 'again', seconds: 54 },
    { id: 'nour-says', kind: 'voice', seconds: 46 },
    { id: 'the-tick', kind: 'leave', seconds: 26 },
  ],
  facilitator: {
    before: [
      {
        en: 'Say that this is Nour’s way, not every autistic person’s. Whoever is autistic here is not asked to confirm it.',
        es: 'Di que esta es la manera de Nour, no la de todas las personas autistas. A quien sea autista aquí no se le pide que la confirme.',
      },
      {
        en: 'Say that sound and light rise slowly, that they can be softened for all, and that the text has everything.',
        es: 'Di que el sonido y la luz suben despacio, que se pueden suavizar para todo el círculo y que el texto lo tiene todo.',
      },
    ],
    after: [
      {
        en: 'Begin with what Nour is good at, before what was hard.',
        es: 'Empieza por lo que a Nour se le da bien, antes que por lo difícil.',
      },
      {
        en: 'If somebody says “poor her”, ask which part of the shop could be different by Monday.',
        es: 'Si alguien dice «pobre», pregunta qué parte de la tienda podría ser distinta el lunes.',
      },
      {
        en: 'Moving, looking away, humming and a lamp turned down are all good ways of listening in this circle.',
        es: 'Moverse, mirar a otro lado, tararear o bajar una lámpara son buenas maneras de escuchar en este círculo.',
      },
    ],
  },
  reflection: {
    imagine: {
      en: 'Before you look: think of the last shop you were in. Which sounds were there that you did not notice?',
      es: 'Antes de mirar: piensa en la última tienda en la que estuviste. ¿Qué sonidos había que no notaste?',
    },
    questions: [
      {
        en: 'What did you notice that usually slips past you?',
        es: '¿Qué has notado que normalmente se te escapa?',
      },
      {
        en: 'Which of Nour’s ways of doing things would you borrow?',
        es: '¿Cuál de las maneras de hacer de Nour te llevarías?',
      },
      {
        en: 'What did the quiet hour leave room for, besides the yeast?',
        es: '¿Para qué dejó sitio la hora tranquila, además de la levadura?',
      },
      {
        en: 'Which place of yours is louder or brighter than it needs to be?',
        es: '¿Qué lugar tuyo es más ruidoso o más luminoso de lo que hace falta?',
      },
    ],
    action: {
      en: 'What could you turn down this week, and for whom? Whom would you ask first whether it helps?',
      es: '¿Qué podrías bajar esta semana, y para quién? ¿A quién preguntarías antes si le ayuda?',
    },
  },
  comfort: { peakDb: -9, nearest: 0.5 },
} as const satisfies Manifest
