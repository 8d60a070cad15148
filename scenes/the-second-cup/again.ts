import type { BeatScript } from '../kit/types.ts'
import { forThose, heard, said } from '../kit/words.ts'

const leif = said('leif')
const amina = said('amina')

export const acrossTheLanding: BeatScript = {
  describe: {
    en: 'Slowly the light goes back to what it was at ten past six. The phone on the table glows. For a moment you are Amina, across the landing, with three messages begun.',
    es: 'Poco a poco la luz vuelve a ser la de las seis y diez. El teléfono de la mesa se ilumina. Por un momento eres Amina, en la puerta de enfrente, con tres mensajes empezados.',
  },
  lines: [
    leif(
      'Let’s have that minute again. You be Amina.',
      'Vamos otra vez a ese minuto. Ahora Amina eres tú.',
      1,
    ),
    leif('She likes me. She’s afraid of saying it wrong.', 'Me aprecia. Le da miedo decirlo mal.'),
    leif(
      'There’s no wrong one here. I’d be glad of each.',
      'Aquí no hay ninguno malo. Cualquiera me alegraría.',
    ),
  ],
  choice: {
    id: 'message',
    ask: { en: 'What does Amina write?', es: '¿Qué escribe Amina?' },
    options: [
      {
        id: 'soup',
        label: {
          en: '“I made too much soup. At seven it’s outside your door.”',
          es: '«He hecho sopa de más. A las siete la tienes en la puerta».',
        },
        hint: { en: 'a thing, with a time', es: 'una cosa concreta, con su hora' },
      },
      {
        id: 'name',
        label: {
          en: '“I heard the four and thought of Marit. No need to answer.”',
          es: '«He oído el cuatro y he pensado en Marit. No hace falta contestar».',
        },
        hint: { en: 'her name', es: 'su nombre' },
      },
      {
        id: 'walk',
        label: {
          en: '“I’m going for a walk. I’ll knock once. No is fine too.”',
          es: '«Salgo a andar. Llamo una vez. Un no también vale».',
        },
        hint: { en: 'company, and a way out', es: 'compañía, y la puerta abierta' },
      },
    ],
    from: 12,
    otherwise: 'name',
  },
  cue: {
    say: {
      en: 'Now you change something. Everybody picks for themselves, and none of the three is wrong.',
      es: 'Ahora cambias algo tú. Cada cual elige, y ninguno de los tres está mal.',
    },
  },
}

export const tenPastSixAgain: BeatScript = {
  describe: {
    en: 'Ten past six once more: the same blue-grey light, the same two cups, the same bus below. The phone glows. This time, soon after, the lamp above the table comes on, and the kitchen is warm to its corners.',
    es: 'Otra vez las seis y diez: la misma luz azul gris, las mismas dos tazas, el mismo autobús abajo. El teléfono se ilumina. Esta vez, poco después, se enciende la lámpara, y la cocina se templa hasta los rincones.',
  },
  lines: [
    leif('Ten past six.', 'Las seis y diez.', 1.5),
    heard('A bus stops in the street', 'Un autobús para en la calle'),
    leif('The four.', 'El cuatro.'),
    heard('A message', 'Un mensaje', 1),
    ...forThose({ message: 'soup' }, [
      amina(
        'I made too much soup. At seven it’s outside your door.',
        'He hecho sopa de más. A las siete la tienes en la puerta.',
      ),
      leif(
        'So at seven I only have to open a door.',
        'O sea, que a las siete solo tengo que abrir una puerta.',
      ),
      heard('A pot is put down outside the door', 'Alguien deja una olla en la puerta', 1.2),
      leif('Lentils, for six. And she lives alone.', 'Lentejas para seis. Y vive sola.'),
      leif('Nobody gets soup that wrong by accident.', 'Nadie se equivoca tanto sin querer.'),
      leif(
        'On Saturday I take the pot back. So there is a Saturday.',
        'El sábado le devuelvo la olla. Así que ya hay un sábado.',
        1,
      ),
    ]),
    ...forThose({ message: 'name' }, [
      amina(
        'I heard the four and thought of Marit. No need to answer.',
        'He oído el cuatro y he pensado en Marit. No hace falta contestar.',
      ),
      leif('So somebody else hears that bus.', 'Así que ese autobús lo oye alguien más.'),
      leif(
        'And there it stands: Marit, five letters, on my phone.',
        'Y ahí está: Marit, cinco letras, en mi teléfono.',
      ),
      leif('No need to answer. So I answer.', 'No hace falta contestar. Así que contesto.', 1),
      leif(
        '“Roadworks today. She’d have been late, and cross.”',
        '«Hoy hay obras. Habría llegado tarde y de mal humor».',
      ),
      leif('Amina sends a bus. The little picture of one.', 'Amina me manda un autobús. El dibujito.', 1),
    ]),
    ...forThose({ message: 'walk' }, [
      amina(
        'I’m going for a walk. I’ll knock once. No is fine too.',
        'Salgo a andar. Llamo una vez. Un no también vale.',
      ),
      leif('No is fine. Then it can be yes.', 'Un no vale. Entonces puede ser que sí.'),
      heard('One knock at the door', 'Llaman una vez a la puerta'),
      leif(
        'I have my coat on already. She takes it for manners.',
        'Ya tengo el abrigo puesto. Ella cree que es cortesía.',
      ),
      leif('At the sixth lamp we run out of weather.', 'En la sexta farola se nos acaba el tiempo que hace.'),
      leif(
        'At the bench she asks what Marit sang. Alto. Loudly.',
        'En el banco pregunta qué cantaba Marit. De contralto. Y fuerte.',
      ),
    ]),
    leif(
      'It’s the same minute. It hasn’t got any smaller.',
      'Es el mismo minuto. No se ha hecho más pequeño.',
      2,
    ),
    leif('There is somebody else in it, that’s all.', 'Solo que dentro hay alguien más.', 1),
  ],
}

export const leifSays: BeatScript = {
  describe: {
    en: 'Lamplight. The window is dark, with the eleven lamps in it. On the table the two cups, the music, the quiet phone. Leif speaks to you.',
    es: 'Luz de lámpara. La ventana está oscura, con las once farolas dentro. En la mesa, las dos tazas, la partitura, el teléfono en calma. Leif te habla.',
  },
  lines: [
    leif('I’ll say it plainly. I’m an engine man.', 'Lo digo claro, que yo soy de motores.', 1),
    leif(
      'I’m not getting over it. I don’t want to be over her.',
      'No lo estoy superando. A ella no la quiero superar.',
    ),
    leif(
      'It comes along. Some days it even carries the bag.',
      'Viene conmigo. Hay días en que hasta lleva la bolsa.',
    ),
    leif(
      'If you know somebody like me: say her name. Normal voice.',
      'Si conoces a alguien como yo, di su nombre. Con voz normal.',
      1,
    ),
    leif(
      'People whisper it, as if they might wake her.',
      'La gente lo susurra, como si fuera a despertarla.',
    ),
    leif(
      'Ask what she cooked. Badly. Wonderfully badly.',
      'Pregunta cómo cocinaba. Mal. Maravillosamente mal.',
    ),
    leif(
      'And come in the eighth month. The first is full of cake.',
      'Y ven en el octavo mes. En el primero sobran los bizcochos.',
      1,
    ),
    leif(
      'If I cry, pass me the tea towel and go on talking.',
      'Si lloro, pásame el paño de cocina y sigue hablando.',
    ),
  ],
}

export const bothCups: BeatScript = {
  describe: {
    en: 'The two cups stand upside down on a tea towel, the yellow one beside the blue. The phone is dark. The lamp stays on, and so do the eleven outside.',
    es: 'Las dos tazas están boca abajo sobre un paño, la amarilla junto a la azul. El teléfono está oscuro. La lámpara sigue encendida, y las once de fuera también.',
  },
  lines: [
    heard('Water runs and stops', 'Corre el agua y se cierra'),
    leif('I wash both, and both go back.', 'Lavo las dos, y las dos vuelven a su sitio.'),
    leif('Tomorrow my hands can decide again.', 'Mañana, que vuelvan a decidir las manos.'),
    leif('The lamp I leave on. It’s only a lamp.', 'La lámpara la dejo encendida. Es solo una lámpara.', 1),
    leif(
      'Thank you for sitting here. You had the good chair.',
      'Gracias por sentarte aquí. Te tocó la silla buena.',
      1.2,
    ),
  ],
  cue: {
    say: {
      en: 'Look once more at what you liked in this kitchen. Then we go back to the hearth together.',
      es: 'Mira una vez más lo que te haya gustado de esta cocina. Luego volvemos al hogar, en grupo.',
    },
  },
}
