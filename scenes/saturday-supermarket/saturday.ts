import type { BeatScript } from '../kit/types.ts'
import { forThose, heard, said } from '../kit/words.ts'

const nour = said('nour')
const loudspeaker = said('loudspeaker')

export const outside: BeatScript = {
  describe: {
    en: 'Saturday morning in front of a supermarket. Glass doors, and behind them rows of shelves in white light, people, trolleys. In your hand a slip of paper: one word, and a small empty box to tick.',
    es: 'Sábado por la mañana, delante de un supermercado. Puertas de cristal y, detrás, hileras de estantes con luz blanca, gente, carros. En tu mano, un papelito: una palabra y una casilla vacía.',
  },
  lines: [
    nour('Good morning. I’m Nour. We need one thing.', 'Buenos días. Soy Nour. Necesitamos una cosa.', 1.5),
    nour(
      'Fresh yeast. The small cube, in silver foil.',
      'Levadura fresca. El dado pequeño, en papel plateado.',
    ),
    nour(
      'Aisle nine, second shelf, to the left of the butter.',
      'Pasillo nueve, segundo estante, a la izquierda de la mantequilla.',
    ),
    nour(
      'At three, bread with my niece. She is seven, and strict.',
      'A las tres, pan con mi sobrina. Siete años, muy exigente.',
    ),
    nour('I make indexes for books. Yeast: see bread.', 'Hago índices de libros. Levadura: véase pan.', 0.8),
    nour('Bread: see Saturday.', 'Pan: véase sábado.'),
    heard('Sliding doors open', 'Se abren las puertas', 0.8),
  ],
  cue: {
    say: {
      en: 'We go in with Nour. She knows this shop well; let her show it to you.',
      es: 'Entramos con Nour. Conoce bien esta tienda; deja que te la enseñe.',
    },
  },
}

export const inside: BeatScript = {
  describe: {
    en: 'Inside. Numbered signs hang above nine aisles, long rows of lights above the signs. Fridges along the back wall, tills on the right, people with trolleys crossing in the distance. It is all a little brighter than it looked from outside.',
    es: 'Dentro. Sobre nueve pasillos cuelgan carteles con números y, más arriba, largas hileras de luces. Neveras al fondo, cajas a la derecha, gente con carros que cruza a lo lejos. Todo brilla un poco más de lo que parecía desde fuera.',
  },
  lines: [
    nour('I’ll tell you what I hear. One by one it’s fine.', 'Te digo lo que oigo. De uno en uno, bien.', 1),
    heard('Fridges hum', 'Zumban las neveras', 0.6),
    nour(
      'Fridges. B flat. The one on the left is out of tune.',
      'Neveras. Si bemol. La de la izquierda desafina.',
    ),
    heard('A thin buzz from the lights', 'Un zumbido fino de las luces', 0.8),
    nour(
      'Lights. Most people don’t hear them. I’ve asked.',
      'Las luces. Casi nadie las oye. Lo he preguntado.',
    ),
    heard('A trolley wheel squeaks', 'Chirría la rueda de un carro', 0.8),
    nour('That wheel I know personally.', 'A esa rueda la conozco en persona.'),
    nour(
      'Then oranges, floor cleaner, somebody’s vanilla.',
      'Y naranjas, limpiasuelos, la vainilla de alguien.',
    ),
    nour(
      'It’s a good shop. It just says everything at once.',
      'Es una buena tienda. Solo que lo dice todo a la vez.',
      1.2,
    ),
  ],
}

export const theRoute: BeatScript = {
  describe: {
    en: 'A plan of the shop, drawn by hand on squared paper: nine aisles and two lines through them. The green one goes round by flour, tins and paper. The blue one runs straight through the middle.',
    es: 'Un plano de la tienda, dibujado a mano en papel cuadriculado: nueve pasillos y dos líneas. La verde da la vuelta por la harina, las latas y el papel. La azul va recta por el medio.',
  },
  lines: [
    heard('Paper is unfolded', 'Se despliega un papel', 0.6),
    nour('My map. I drew it on a Tuesday at nine.', 'Mi mapa. Lo dibujé un martes a las nueve.'),
    nour(
      'Green goes round. Flour, tins, paper: they swallow sound.',
      'La verde da la vuelta. Harina, latas, papel: se tragan el ruido.',
    ),
    nour(
      'Blue is straight. Short, past bakery and screens.',
      'La azul es recta. Corta, por el horno y las pantallas.',
    ),
    nour(
      'Both are good. It depends on what’s in the tank.',
      'Las dos son buenas. Depende de cuánta cuerda quede.',
    ),
  ],
  choice: {
    id: 'route',
    ask: { en: 'Which way do you take?', es: '¿Por dónde vas?' },
    options: [
      {
        id: 'green',
        label: { en: 'Green: round by flour and paper', es: 'La verde: por la harina y el papel' },
        hint: { en: 'longer, softer', es: 'más larga, más suave' },
      },
      {
        id: 'blue',
        label: { en: 'Blue: straight through', es: 'La azul: todo recto' },
        hint: { en: 'short, and then it’s done', es: 'corta, y ya está' },
      },
    ],
    from: 19,
    otherwise: 'green',
  },
}

export const aislesFourToEight: BeatScript = {
  describe: {
    en: 'Aisle after aisle, the layers come closer: fridges, lights, tills, music, a loudspeaker, the wheel. The light turns cooler and whiter, the colours on the shelves crowd together. Nothing jumps and nothing flashes. It adds up.',
    es: 'Pasillo tras pasillo, las capas se acercan: neveras, luces, cajas, música, un altavoz, la rueda. La luz se vuelve más fría y más blanca, los colores de los estantes se aprietan. Nada salta y nada parpadea. Se va sumando.',
  },
  lines: [
    nour('Four.', 'Cuatro.', 1),
    ...forThose({ route: 'green' }, [nour('Flour. Quiet as snow.', 'Harina. Silencio de nieve.')]),
    ...forThose({ route: 'blue' }, [
      nour('Bakery. Warm, loud, cinnamon.', 'El horno. Calor, ruido, canela.'),
    ]),
    heard('Tills beep', 'Pitan las cajas', 0.8),
    nour('Five. Three tills, and never in time.', 'Cinco. Tres cajas, y nunca al mismo compás.'),
    heard('Music from the ceiling', 'Música en el techo', 0.6),
    loudspeaker('Two for one on lemonade, only today!', '¡Dos por uno en limonada, solo hoy!', 0.8),
    nour(
      'Six. He says that every four minutes. I could do it.',
      'Seis. Lo dice cada cuatro minutos. Podría decirlo yo.',
    ),
    ...forThose({ route: 'green' }, [
      nour('Here was the paper. They’ve moved the paper.', 'Aquí estaba el papel. Lo han cambiado de sitio.'),
    ]),
    ...forThose({ route: 'blue' }, [
      nour('A screen. On the screen, a screen, reduced.', 'Una pantalla. Y en ella, una pantalla rebajada.'),
    ]),
    heard('The wheel again', 'Otra vez la rueda', 0.8),
    nour('Seven. And vanilla. Hello, both.', 'Siete. Y la vainilla. Hola a las dos.'),
    nour('Now nothing is in front and nothing behind.', 'Ahora nada está delante y nada detrás.', 0.8),
    nour('It’s not fear. It’s arithmetic: it adds up.', 'No es miedo. Es aritmética: se va sumando.'),
    nour('Eight. So I take something away.', 'Ocho. Así que ahora resto.', 1),
  ],
  cue: {
    say: {
      en: 'The layers rise for a minute. They rise slowly, and Nour knows what to do.',
      es: 'Durante un minuto suben las capas. Suben despacio, y Nour sabe qué hacer.',
    },
    watchFor: {
      en: 'Hands to the ears, headset lifted, a frozen face. Soften for all, or move on; nobody has to say why.',
      es: 'Manos en los oídos, visor levantado, cara inmóvil. Suaviza para todo el círculo o pasa adelante; nadie tiene que decir por qué.',
    },
  },
}

export const myThings: BeatScript = {
  describe: {
    en: 'A pillar at the end of aisle eight, out of everybody’s way. On the shelf in front of you lie a cap with a wide peak and a smooth wooden ring. The third thing, a song, needs no shelf.',
    es: 'Una columna al final del pasillo ocho, donde no estorbas a nadie. En el estante, delante de ti, una gorra de visera ancha y un anillo de madera lisa. La tercera cosa, una canción, no necesita estante.',
  },
  lines: [
    nour(
      'First, a pillar. Pillars want nothing from you.',
      'Primero, una columna. Las columnas no te piden nada.',
    ),
    nour('Then my things. The cap takes the ceiling away.', 'Luego, mis cosas. La gorra quita el techo.'),
    nour('The ring gives my hands something of their own.', 'El anillo da a mis manos algo suyo.'),
    nour('And the song. One sound that I’m in charge of.', 'Y la canción. Un sonido en el que mando yo.'),
  ],
  choice: {
    id: 'tool',
    ask: { en: 'What do you use first?', es: '¿Qué usas primero?' },
    options: [
      {
        id: 'cap',
        label: { en: 'The cap', es: 'La gorra' },
        hint: { en: 'the light steps back', es: 'la luz da un paso atrás' },
      },
      {
        id: 'ring',
        label: { en: 'The ring', es: 'El anillo' },
        hint: { en: 'something even, for the hands', es: 'algo parejo, para las manos' },
      },
      {
        id: 'song',
        label: { en: 'The song', es: 'La canción' },
        hint: { en: 'a tune above the fridges', es: 'una melodía sobre las neveras' },
      },
    ],
    from: 16,
    otherwise: 'song',
  },
}

export const aisleNine: BeatScript = {
  describe: {
    en: 'The room has drawn back; things have places again. Aisle nine: a chilled shelf, yellow packets of butter, and to the left of them a row of small silver cubes. One of them is yours.',
    es: 'La tienda se ha echado atrás; las cosas vuelven a tener sitio. Pasillo nueve: un estante frío, paquetes amarillos de mantequilla y, a su izquierda, una fila de daditos plateados. Uno es tuyo.',
  },
  lines: [
    ...forThose({ tool: 'cap' }, [
      nour(
        'Cap down. There goes the ceiling. I don’t miss it.',
        'Gorra puesta. Adiós, techo. No lo echo de menos.',
        1,
      ),
      nour(
        'Now it’s floor tiles, and I’m good with floor tiles.',
        'Ahora son baldosas, y las baldosas se me dan bien.',
      ),
    ]),
    ...forThose({ tool: 'ring' }, [
      nour('Smooth, smooth, edge. Smooth, smooth, edge.', 'Liso, liso, canto. Liso, liso, canto.', 1),
      nour('My hands keep time, so the tills needn’t.', 'El compás lo llevan mis manos, no las cajas.'),
    ]),
    ...forThose({ tool: 'song' }, [
      heard('Nour hums', 'Nour tararea', 1),
      nour('It’s in B flat. So the fridges are my band.', 'Está en si bemol. Las neveras son mi orquesta.'),
    ]),
    nour(
      'There. Things have a front and a back again.',
      'Ya. Las cosas vuelven a tener delante y detrás.',
      1,
    ),
    nour(
      'Nine. Second shelf. Butter, and to the left of it…',
      'Nueve. Segundo estante. Mantequilla y, a la izquierda…',
    ),
    heard('Foil rustles', 'Cruje el papel plateado', 0.6),
    nour('Yeast. Forty-two grams. Hello.', 'Levadura. Cuarenta y dos gramos. Hola.'),
    nour(
      'So. It works. It always works. It also costs.',
      'Pues eso. Funciona. Siempre funciona. Y también cuesta.',
      1,
    ),
    nour('Until two I won’t talk much. That’s in the plan.', 'Hasta las dos hablaré poco. Está en el plan.'),
  ],
}
