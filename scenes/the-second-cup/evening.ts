import type { BeatScript } from '../kit/types.ts'
import { forThose, heard, said } from '../kit/words.ts'

const leif = said('leif')
const amina = said('amina')

export const comeIn: BeatScript = {
  describe: {
    en: 'A kitchen on the third floor, early evening in September. You sit at a wooden table. Gold light comes through a wide window above a harbour. A kettle, a radio, small plants on the sill. A green cardigan hangs over the chair opposite.',
    es: 'Una cocina en un tercer piso, una tarde de septiembre. Estás junto a una mesa de madera. Por una ventana ancha, sobre un puerto, entra luz dorada. Un hervidor, una radio, plantas pequeñas en el alféizar. En la silla de enfrente cuelga una chaqueta verde.',
  },
  lines: [
    leif('Come in. Not that chair, it wobbles.', 'Pasa. Esa silla no, que cojea.', 1.5),
    leif(
      'Forty years of mending ships. The chair never got its turn.',
      'Cuarenta años arreglando barcos. A la silla nunca le llegó el turno.',
    ),
    heard('The kettle begins to sing', 'El hervidor empieza a cantar', 0.8),
    leif('Nearly six. At six I make tea.', 'Casi las seis. A las seis hago té.'),
    leif('Look at whatever you like. This is no museum.', 'Mira lo que quieras. Esto no es un museo.', 1.5),
  ],
  cue: {
    say: {
      en: 'Settle in. For the next minutes there is nothing to do but sit in a kitchen.',
      es: 'Ponte a gusto. Durante unos minutos solo hay que estar en una cocina.',
    },
  },
}

export const twoCups: BeatScript = {
  describe: {
    en: 'Two cups stand on the table, steaming: a blue one near you, and across from it a yellow one with a mended handle.',
    es: 'Sobre la mesa hay dos tazas que humean: una azul, cerca de ti, y enfrente una amarilla con el asa pegada.',
  },
  lines: [
    heard('Two cups are put on the table', 'Dos tazas se posan en la mesa', 0.6),
    leif('There. Two cups again.', 'Mira. Otra vez dos tazas.'),
    leif('I decide on one. My hands take two.', 'Yo decido una. Mis manos sacan dos.'),
    leif('Thirty-one years. Hands are slow learners.', 'Treinta y un años. A las manos les cuesta aprender.'),
    leif('The yellow one is Marit’s.', 'La amarilla es de Marit.', 1.2),
    leif(
      'She drove the number four bus. Off at six, home at ten past.',
      'Conducía el autobús cuatro. Salía a las seis; a y diez, en casa.',
    ),
    leif('She died in January.', 'Murió en enero.'),
    leif('People say I lost her. I never lose anything.', 'Dicen que la perdí. Yo nunca pierdo nada.', 1.2),
    leif(
      'Marit lost things. Keys. Once, a whole bicycle.',
      'La que perdía cosas era Marit. Llaves. Una vez, una bicicleta.',
    ),
    leif(
      'I used to put hers away fast. Now it gets its tea.',
      'Antes guardaba la suya enseguida. Ahora también le sirvo té.',
      1,
    ),
  ],
}

export const whatIsHere: BeatScript = {
  describe: {
    en: 'Three things are close by: the green cardigan on the chair, the old radio on the sill, and a jar beside the music on the table, with a label that says RICE.',
    es: 'Hay tres cosas cerca: la chaqueta verde de la silla, la radio vieja del alféizar y, en la mesa junto a la partitura, un bote con una etiqueta que dice ARROZ.',
  },
  lines: [
    leif(
      'Things talk, if you let them. I let one a day.',
      'Las cosas hablan si las dejas. Yo dejo a una por día.',
    ),
    leif('One is plenty. Today you choose.', 'Con una basta. Hoy eliges tú.'),
  ],
  choice: {
    id: 'thing',
    ask: { en: 'Which one may talk today?', es: '¿Cuál habla hoy?' },
    options: [
      {
        id: 'cardigan',
        label: { en: 'The cardigan on the chair', es: 'La chaqueta de la silla' },
      },
      { id: 'radio', label: { en: 'The radio on the sill', es: 'La radio del alféizar' } },
      { id: 'jar', label: { en: 'The jar that says RICE', es: 'El bote que dice ARROZ' } },
    ],
    from: 8,
    otherwise: 'radio',
  },
}

export const theThing: BeatScript = {
  describe: {
    en: 'The last of the sun rests on the thing you chose. The others keep to the shade. Steam still rises from both cups.',
    es: 'El último sol se posa en la cosa que elegiste. Las demás se quedan a la sombra. Las dos tazas todavía humean.',
  },
  lines: [
    ...forThose({ thing: 'cardigan' }, [
      leif('The cardigan. I washed it in June.', 'La chaqueta. La lavé en junio.'),
      leif(
        'After that I didn’t speak to the washing machine for a week.',
        'Después pasé una semana sin hablarle a la lavadora.',
      ),
      leif(
        'In the pocket was a bus ticket. She drove that bus.',
        'En el bolsillo había un billete. Y el autobús lo conducía ella.',
        1,
      ),
      leif('On her days off, she paid. On principle.', 'En sus días libres, pagaba. Por principios.'),
      leif(
        'I put the ticket back. It may still be valid.',
        'Volví a guardar el billete. A lo mejor aún vale.',
        1,
      ),
    ]),
    ...forThose({ thing: 'radio' }, [
      heard('The radio murmurs, no words', 'La radio murmura, sin palabras'),
      leif('The radio. The knob is stuck on her station.', 'La radio. El botón se atascó en su emisora.'),
      leif('I could mend it in ten minutes.', 'Podría arreglarlo en diez minutos.'),
      leif(
        'So every evening there is a gardening hour.',
        'Así que cada tarde toca una hora de jardinería.',
        1,
      ),
      leif('I know a great deal about roses now.', 'Ahora sé muchísimo de rosas.'),
      leif('I have no roses. It’s the third floor.', 'Rosas no tengo. Esto es un tercero.'),
    ]),
    ...forThose({ thing: 'jar' }, [
      leif('The jar. It says rice. It’s full of screws.', 'El bote. Dice arroz. Está lleno de tornillos.'),
      leif(
        'Marit wrote all the labels first and filled the jars later.',
        'Marit hizo primero las etiquetas y luego llenó los botes.',
      ),
      leif('The rice is in the one that says buttons.', 'El arroz está en el que dice botones.'),
      leif('Where the buttons are, nobody knows.', 'Dónde están los botones, nadie lo sabe.'),
      leif(
        'My sister wanted to put it right. I said: it is right.',
        'Mi hermana quiso ponerlo bien. Le dije: así está bien.',
        1,
      ),
    ]),
    leif('Good. That was today’s.', 'Bueno. Esa era la de hoy.', 1.5),
    leif('The others can wait. They’re good at it.', 'Las demás pueden esperar. Se les da bien.'),
  ],
}

export const tenPastSix: BeatScript = {
  describe: {
    en: 'The sun has gone behind the houses. The kitchen turns blue-grey. The clock on the wall says ten past six. The cups no longer steam. The phone on the table glows softly, and after a while is dark again.',
    es: 'El sol se ha ido detrás de las casas. La cocina se pone de un azul gris. El reloj de la pared marca las seis y diez. Las tazas ya no humean. El teléfono se ilumina despacio y, al rato, vuelve a estar oscuro.',
  },
  lines: [
    leif('Ten past six.', 'Las seis y diez.', 2),
    heard('A bus stops in the street', 'Un autobús para en la calle', 0.6),
    leif('That’s the four.', 'Ese es el cuatro.'),
    leif('And now there would be keys.', 'Y ahora sonarían las llaves.', 1.5),
    heard('A clock ticks', 'Un reloj hace tictac', 1.5),
    leif(
      'The big days, people remember. It’s this minute I mean.',
      'Los días grandes no se le olvidan a nadie. Yo digo este minuto.',
      2,
    ),
    heard('A message', 'Un mensaje', 1.5),
    amina('If you need anything, just say!', 'Si necesitas algo, ¡tú dímelo!'),
    leif('Amina, from across the landing. She means it.', 'Es Amina, la de enfrente. Lo dice de corazón.'),
    leif(
      'But now I’d have to need something, know what, and say it.',
      'Pero ahora tendría que necesitar algo, saber qué y decirlo.',
    ),
    leif('I’ll answer tomorrow. I said so yesterday, too.', 'Mañana le contesto. Ayer dije lo mismo.'),
    leif('Both teas are cold.', 'Los dos tés están fríos.', 2),
  ],
  cue: {
    say: {
      en: 'This is the quiet minute. It passes, and we are all here.',
      es: 'Este es el minuto callado. Pasa, y aquí está todo el círculo.',
    },
    watchFor: {
      en: 'Somebody goes very still or steps out. Soften, or move on; nobody needs the whole minute.',
      es: 'Alguien se queda muy inmóvil o sale. Suaviza o pasa adelante; nadie necesita el minuto entero.',
    },
  },
}

export const theWalk: BeatScript = {
  describe: {
    en: 'Dusk. Below the window a path runs along the water to a bench at its end. One after another eleven lamps are lit beside it, until the way out is a line of warm lights on the harbour.',
    es: 'Anochece. Bajo la ventana, un camino bordea el agua hasta un banco. A su lado se encienden once farolas, una tras otra, hasta que el camino es una hilera de luces cálidas en el puerto.',
  },
  lines: [
    leif(
      'So I have a rule: coat on before I’ve decided.',
      'Así que tengo una norma: primero el abrigo, luego decido.',
    ),
    leif(
      'Nobody wins against a man who has his coat on.',
      'A un hombre con el abrigo puesto no hay quien lo pare.',
    ),
    heard('Stairs. The street door', 'Escaleras. La puerta de la calle'),
    leif(
      'From the window you can see all of it. Count along.',
      'Desde la ventana se ve entero. Ve contando conmigo.',
    ),
    heard('Steps on gravel', 'Pasos en la grava'),
    leif(
      'One. Two. It’s only ever as far as the next lamp.',
      'Una. Dos. Nunca es más lejos que la próxima farola.',
    ),
    leif(
      'Four: the woman with the dog. We nod. The dog talks.',
      'Cuatro: la mujer del perro. Un gesto y ya. Habla el perro.',
    ),
    leif('Seven: here I’m usually cross about something.', 'Siete: aquí suelo ir enfadado por algo.'),
    leif('Nine: here I’ve usually forgotten what.', 'Nueve: aquí ya se me ha olvidado por qué.'),
    leif(
      'Eleven: the bench. I say her name out loud. Marit.',
      'Once: el banco. Digo su nombre en voz alta. Marit.',
    ),
    leif(
      'And back. In the rain it works just as well.',
      'Y de vuelta. Con lluvia funciona igual de bien.',
      1,
    ),
  ],
  cue: {
    say: {
      en: 'If you like, count the lamps with him: out with one, in with the next.',
      es: 'Si quieres, cuenta las farolas con él: con una sale el aire, con la otra entra.',
    },
  },
}

export const theChoir: BeatScript = {
  describe: {
    en: 'The window is deep blue and the lamp above the table is on. In its circle of light lies a sheet of music with pencil marks between the lines. Outside, the lamps tremble on the water.',
    es: 'La ventana es de un azul profundo y la lámpara de la mesa está encendida. En su círculo de luz hay una partitura con marcas a lápiz entre las líneas. Fuera, las farolas tiemblan en el agua.',
  },
  lines: [
    leif('On Thursdays, choir. This is my line.', 'Los jueves, coro. Esta es mi voz.'),
    heard('A low voice hums a tune', 'Una voz grave tararea'),
    leif('Bass. Four notes, mostly the same one.', 'De bajo. Cuatro notas, casi siempre la misma.'),
    leif(
      'Marit sang alto. They kept her chair free, to be kind.',
      'Marit era contralto. Le guardaban la silla vacía, por cariño.',
    ),
    leif('After six weeks I asked them to move up.', 'A las seis semanas les pedí que se juntaran.'),
    leif('You can’t sing across a hole.', 'No se puede cantar por encima de un hueco.'),
    leif(
      'Now a dentist sits there. She comes in early, every time.',
      'Ahora se sienta una dentista. Entra antes de tiempo, siempre.',
    ),
    leif(
      'Some weeks I only move my mouth. Nobody asks.',
      'Hay semanas en que solo muevo la boca. Nadie pregunta.',
    ),
    leif(
      'We’re the basses. Furniture. But warm furniture.',
      'Somos los bajos. Muebles. Pero muebles que dan calor.',
    ),
    heard('More voices join in, humming', 'Se suman más voces, tarareando'),
  ],
}
