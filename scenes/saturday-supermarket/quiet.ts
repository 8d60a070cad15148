import type { BeatScript } from '../kit/types.ts'
import { forThose, heard, said } from '../kit/words.ts'

const nour = said('nour')
const shopper = said('shopper')
const till = said('till')

export const theKeys: BeatScript = {
  describe: {
    en: 'In front of you, the shop’s grey control panel: four sliders with paper labels, for music, tills, loudspeaker and lights. Beside it lies a bunch of keys. The keys are yours now.',
    es: 'Delante de ti, el panel gris de la tienda: cuatro mandos con etiquetas de papel, para música, cajas, altavoz y luces. Al lado, un manojo de llaves. Ahora son tuyas.',
  },
  lines: [
    heard('A bunch of keys', 'Un manojo de llaves', 0.6),
    nour('Now the other half. It isn’t all my job.', 'Y ahora, la otra mitad. No todo es tarea mía.'),
    nour('You have the keys to the shop, and this panel.', 'Tienes las llaves de la tienda y este panel.'),
    nour(
      'Quiet hour: everything lower, and one thing off.',
      'Hora tranquila: todo más bajo y una cosa apagada.',
    ),
  ],
  choice: {
    id: 'sound',
    ask: { en: 'Which sound do you switch off?', es: '¿Qué sonido apagas?' },
    options: [
      {
        id: 'music',
        label: { en: 'The music', es: 'La música' },
        hint: { en: 'the ceiling falls silent', es: 'el techo se calla' },
      },
      {
        id: 'tills',
        label: { en: 'The beeping of the tills', es: 'Los pitidos de las cajas' },
        hint: { en: 'they go on working', es: 'siguen cobrando' },
      },
      {
        id: 'loudspeaker',
        label: { en: 'The loudspeaker', es: 'El altavoz' },
        hint: { en: 'the lemonade can wait', es: 'la limonada puede esperar' },
      },
    ],
    from: 13,
    otherwise: 'music',
  },
  cue: {
    say: {
      en: 'Now you have the keys. Everybody chooses for themselves, and every choice helps.',
      es: 'Ahora tienes las llaves. Cada cual elige, y cualquier elección ayuda.',
    },
  },
}

export const theLights: BeatScript = {
  describe: {
    en: 'The panel again. Three sliders are lower than before. The last one, for the lights, has dust on it: nobody has touched it for years.',
    es: 'El panel otra vez. Tres mandos están más bajos que antes. El último, el de las luces, tiene polvo: hace años que nadie lo toca.',
  },
  lines: [
    nour(
      'And the lights. They have a slider too. Look, dust.',
      'Y las luces. También tienen mando. Mira, polvo.',
    ),
    nour('Either is fine. I brought a cap.', 'Cualquiera vale. Yo traigo gorra.'),
  ],
  choice: {
    id: 'light',
    ask: { en: 'How bright shall it be?', es: '¿Cuánta luz pones?' },
    options: [
      {
        id: 'half',
        label: { en: 'Half of the lights', es: 'La mitad de las luces' },
        hint: { en: 'soft and even', es: 'suave y pareja' },
      },
      {
        id: 'islands',
        label: { en: 'Only the lamps on the shelves', es: 'Solo las lámparas de los estantes' },
        hint: { en: 'warm islands', es: 'islas cálidas' },
      },
    ],
    from: 8,
    otherwise: 'half',
  },
}

export const quietHour: BeatScript = {
  describe: {
    en: 'The slider for the lights goes down, through its dust. Then aisles four to eight once more, in the quiet hour. The light is lower and warmer, and the shelves have depth. The people are the same people; the trolleys pass. One hears single things: a step, a paper bag, a thank you.',
    es: 'El mando de las luces baja y atraviesa su polvo. Después, otra vez los pasillos cuatro a ocho, en la hora tranquila. La luz es más baja y más cálida, y los estantes tienen fondo. La gente es la misma; los carros pasan. Se oyen cosas sueltas: un paso, una bolsa de papel, un gracias.',
  },
  lines: [
    // once one is there
    nour('Four. The same aisles, the same Saturday.', 'Cuatro. Los mismos pasillos, el mismo sábado.', 4.8),
    ...forThose({ light: 'half' }, [
      nour(
        'The light has stopped talking. Labels have colours.',
        'La luz se ha callado. Las etiquetas tienen colores.',
      ),
    ]),
    ...forThose({ light: 'islands' }, [
      nour(
        'Lamps on the shelves. Like a street in the evening.',
        'Lámparas en los estantes. Como una calle al anochecer.',
      ),
    ]),
    ...forThose({ route: 'green' }, [
      nour('Five. I can hear that it’s flour.', 'Cinco. Se oye que es harina.'),
    ]),
    ...forThose({ route: 'blue' }, [
      nour('Five. The bakery is only cinnamon now.', 'Cinco. El horno ya es solo canela.'),
    ]),
    heard('Steps, a paper bag', 'Pasos, una bolsa de papel', 0.6),
    ...forThose({ sound: 'music' }, [
      nour('Six. No music. Nobody is looking for it.', 'Seis. Sin música. Nadie la está buscando.'),
    ]),
    ...forThose({ sound: 'tills' }, [
      nour('Six. No beeps. They still take the money, I see.', 'Seis. Sin pitidos. Cobrar, siguen cobrando.'),
    ]),
    ...forThose({ sound: 'loudspeaker' }, [
      nour('Six. No lemonade. I nearly miss him.', 'Seis. Sin limonada. Casi lo echo de menos.'),
    ]),
    heard('The wheel, further away', 'La rueda, más lejos', 0.6),
    nour('Seven. There you are, wheel.', 'Siete. Ahí estás, rueda.'),
    shopper('May I just, behind you?', '¿Me deja pasar por detrás?', 0.6),
    nour('And I hear him the first time.', 'Y lo oigo a la primera.'),
    nour('Eight. My things stay in my pocket.', 'Ocho. Mis cosas siguen en el bolsillo.'),
    nour('Nine. Yeast. And something left in the tank.', 'Nueve. Levadura. Y aún me queda cuerda.', 0.8),
    nour(
      'So I smell the pears. I had no idea about the pears.',
      'Así que huelo las peras. No sabía nada de las peras.',
    ),
    nour('I’m buying two things. Two. Write that down.', 'Voy a comprar dos cosas. Dos. Apúntalo.'),
  ],
}

export const nourSays: BeatScript = {
  describe: {
    en: 'At the till, in soft light. On the belt lie a silver cube and three pears. Nobody is in a hurry. Nour speaks to you.',
    es: 'En la caja, con luz suave. En la cinta hay un dadito plateado y tres peras. Nadie tiene prisa. Nour te habla.',
  },
  lines: [
    nour(
      'So, from me to you. I’m not brave for buying yeast.',
      'Ahora, de mí para ti. Comprar levadura no es valentía.',
      1,
    ),
    nour('I notice a lot. It’s how I earn my living.', 'Noto muchas cosas. De eso vivo.'),
    nour(
      'It’s how I know that fridge will break by Thursday.',
      'Por eso sé que esa nevera se rompe antes del jueves.',
    ),
    nour(
      'You needn’t feel what I feel. Turn the slider.',
      'No hace falta que sientas lo que siento. Baja el mando.',
      0.8,
    ),
    nour(
      'Ask before you help. Short sentences. Then wait.',
      'Pregunta antes de ayudar. Frases cortas. Y espera.',
    ),
    nour(
      'If I hum, I’m busy. It doesn’t mean I’m sad.',
      'Si tarareo, estoy a lo mío. No es que esté triste.',
    ),
    nour('If I look away, I’m probably listening.', 'Si miro a otro lado, seguramente te escucho.'),
    nour(
      'Quiet hour is on Tuesdays at nine. That’s kind.',
      'La hora tranquila es el martes a las nueve. Un detalle.',
      0.8,
    ),
    nour(
      'On Tuesdays at nine I’m at work. Like people.',
      'El martes a las nueve trabajo. Como todo el mundo.',
    ),
  ],
}

export const theTick: BeatScript = {
  describe: {
    en: 'The till, and then the doors and daylight. On the slip of paper the box has its tick, and below it stands a second word, in pencil: pears.',
    es: 'La caja y, después, las puertas y la luz del día. En el papelito, la casilla tiene su marca, y debajo hay una segunda palabra, a lápiz: peras.',
  },
  lines: [
    till('Anything else?', '¿Algo más?'),
    nour('No, thank you. I’m ahead of my list.', 'No, gracias. Ya voy por delante de la lista.'),
    heard('A pencil makes a tick', 'Un lápiz hace una marca', 0.8),
    nour(
      'At three there will be bread. When it cools, it crackles.',
      'A las tres habrá pan. Al enfriarse, cruje.',
      0.8,
    ),
    nour('Very softly. Most people don’t hear it.', 'Muy bajito. Casi nadie lo oye.'),
    nour('Now you know to listen.', 'Tú ya sabes escucharlo.', 0.8),
  ],
  cue: {
    say: {
      en: 'Notice one sound in the room where you are. Then we go back to the hearth together.',
      es: 'Escucha un sonido de la habitación en la que estás. Luego volvemos al hogar, en grupo.',
    },
  },
}
