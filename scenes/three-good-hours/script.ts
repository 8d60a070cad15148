import type { Script } from '../kit/types.ts'

/**
 * Two rooms. Aiko's flat from her daybed: the sill with the stones ahead, the balcony behind it, the desk to the right, the
 * bath to the left. Maya's kitchen, in `lunch`, `stay-for-cake` and (unless Maya comes to Aiko) `lunch-again`. How many stones
 * are left when is in `stones.ts`.
 */
export const script: Script = {
  voices: {
    aiko: { name: { en: 'Aiko', es: 'Aiko' } },
    aloud: { name: { en: 'Aiko, aloud', es: 'Aiko, en voz alta' }, same: 'aiko' },
    maya: { name: { en: 'Maya', es: 'Maya' }, at: [0.8, 1.5, -1.7] },
    message: {
      name: { en: 'Maya, in a message', es: 'Maya, en un mensaje' },
      at: [0.62, 0.74, -0.92],
      same: 'maya',
    },
    felix: { name: { en: 'Felix, a guest', es: 'Félix, un invitado' }, at: [-1.15, 1.5, -1.75] },
  },
  beats: {
    'nine-stones': {
      describe: {
        en: 'A small flat in the morning. You half lie on a daybed by a wide window. On the sill in front of you nine round grey stones lie in a row, each with a little light in it. Behind the glass is a balcony with a bird feeder. On the right a desk with squared paper, on the left the door to the bath. All of it is softly lit.',
        es: 'Un piso pequeño por la mañana. Estás en un diván, con la espalda en alto, junto a una ventana ancha. En el alféizar, delante de ti, hay nueve piedras grises y redondas en fila, cada una con una lucecita dentro. Tras el cristal, un balcón con un comedero de pájaros. A la derecha, una mesa con papel cuadriculado; a la izquierda, la puerta del baño. Todo tiene una luz suave.',
      },
      lines: [
        { who: null, en: '[sparrows outside]', es: '[gorriones fuera]', after: 1.2 },
        { who: 'aiko', en: 'Nine. A good day.', es: 'Nueve. Un día bueno.' },
        {
          who: 'aiko',
          en: 'Each stone is a piece of strength. I lay them out to see it.',
          es: 'Cada piedra es un poco de fuerza. Las pongo aquí para verla.',
        },
        {
          who: 'aiko',
          en: 'Three stones make one good hour. You can do the sum.',
          es: 'Tres piedras son una hora buena. Haz la cuenta.',
        },
        {
          who: 'aiko',
          en: 'Sleep does not bring them back. I only get to count again.',
          es: 'Dormir no las devuelve. Solo me deja volver a contar.',
        },
        {
          who: 'aiko',
          en: 'Nobody sees them but me. And now you.',
          es: 'No las ve nadie más que yo. Y ahora, tú.',
        },
      ],
    },
    'her-room': {
      describe: {
        en: 'Light moves slowly over the blanket. On your knees lies a crossword, half filled, and a soft pencil on a string. In the kitchen corner a kettle begins to steam. When the tea is there, one of the nine stones has lost its light.',
        es: 'La luz avanza despacio sobre la manta. En las rodillas tienes un crucigrama a medio llenar y un lápiz blando atado a un cordel. En el rincón de la cocina empieza a humear el hervidor. Cuando el té está listo, una de las nueve piedras ha perdido su luz.',
      },
      lines: [
        {
          who: 'aiko',
          en: 'I make crosswords. I work mostly across, seldom down.',
          es: 'Hago crucigramas. Trabajo sobre todo en horizontal.',
        },
        {
          who: 'aiko',
          en: 'Last clue: “The art of stopping in time.” Six letters.',
          es: 'Última pista: «El arte de parar a tiempo». Cinco letras.',
        },
        { who: null, en: '[a kettle sings]', es: '[canta el hervidor]' },
        { who: 'aiko', en: 'Getting up, making tea: one.', es: 'Levantarme y hacer té: una.' },
        { who: null, en: '[a stone is put aside]', es: '[una piedra se aparta]' },
        { who: 'aiko', en: 'Eight. It is very good tea.', es: 'Ocho. Es un té muy bueno.' },
        {
          who: 'aiko',
          en: 'Today is lunch at Maya’s. She has a new kitchen.',
          es: 'Hoy como en casa de Maya. Estrena cocina.',
        },
        {
          who: 'aiko',
          en: 'I have been looking forward to it for eleven days.',
          es: 'Llevo once días esperándolo con ganas.',
        },
      ],
      cue: {
        say: {
          en: 'Nobody has to hurry here. The stones do not run out while you look.',
          es: 'Aquí no hay prisa. Las piedras no se gastan por mirar.',
        },
      },
    },
    'the-plan': {
      describe: {
        en: 'Eight stones are lit. You move them with a finger into little groups: two, three, one, one, and one left over. Three places in the flat have a soft rim of light: the balcony, the desk, and the door to the bath.',
        es: 'Hay ocho piedras encendidas. Con un dedo las juntas en grupitos: dos, tres, una, una, y una que sobra. Tres sitios del piso tienen un borde de luz suave: el balcón, la mesa y la puerta del baño.',
      },
      lines: [
        {
          who: 'aiko',
          en: 'I plan backwards, from the evening.',
          es: 'Planifico al revés, desde la noche.',
        },
        {
          who: 'aiko',
          en: 'Going there, two. Sitting with people, three.',
          es: 'Ir, dos. Sentarme con gente, tres.',
        },
        {
          who: 'aiko',
          en: 'Coming home, one. And one that nobody touches.',
          es: 'Volver, una. Y una que no toca nadie.',
        },
        {
          who: 'aiko',
          en: 'One left over, for something nice. Nice things cost too.',
          es: 'Sobra una, para algo bonito. Lo bonito también cuesta.',
        },
      ],
      choice: {
        id: 'joy',
        ask: { en: 'What does Aiko spend the free stone on?', es: '¿En qué gasta Aiko la piedra libre?' },
        from: 15,
        otherwise: 'birds',
        options: [
          {
            id: 'birds',
            label: { en: 'Ten minutes on the balcony', es: 'Diez minutos en el balcón' },
            hint: { en: 'The sparrows are having an argument', es: 'Los gorriones están discutiendo' },
          },
          {
            id: 'clue',
            label: { en: 'The last corner of the crossword', es: 'La última esquina del crucigrama' },
            hint: { en: 'It will not let go of her', es: 'No la deja en paz' },
          },
          {
            id: 'hair',
            label: { en: 'Washing her hair', es: 'Lavarse el pelo' },
            hint: { en: 'Sitting down, and then the red dress', es: 'Con taburete, y luego el vestido rojo' },
          },
        ],
      },
    },
    'a-small-joy': {
      describe: {
        en: 'One part of the flat grows bright: the balcony in the sun, or the desk under its lamp, or the bath with steam on the mirror. A stone on the sill goes dark, and it looks like a fair price. Afterwards you lie flat, and the ceiling has a patch of moving light.',
        es: 'Una parte del piso se ilumina: el balcón al sol, o la mesa bajo su lámpara, o el baño con vaho en el espejo. En el alféizar se apaga una piedra, y parece un precio justo. Después te tumbas, y en el techo hay una mancha de luz que se mueve.',
      },
      lines: [
        { who: null, when: { joy: 'birds' }, en: '[sparrows, close by]', es: '[gorriones, muy cerca]' },
        {
          who: 'aiko',
          when: { joy: 'birds' },
          en: 'Nine sparrows, one opinion each.',
          es: 'Nueve gorriones y nueve opiniones.',
        },
        {
          who: 'aiko',
          when: { joy: 'birds' },
          en: 'I only have to sit. The sun does the rest.',
          es: 'Yo solo me siento. El sol hace lo demás.',
        },
        { who: null, when: { joy: 'clue' }, en: '[a pencil on paper]', es: '[un lápiz sobre papel]' },
        {
          who: 'aiko',
          when: { joy: 'clue' },
          en: 'I rub out a word I loved, and the corner gives way.',
          es: 'Borro una palabra que me gustaba, y la esquina cede.',
        },
        {
          who: 'aiko',
          when: { joy: 'clue' },
          en: 'All but six letters. They will come.',
          es: 'Todo menos cinco letras. Ya vendrán.',
        },
        { who: null, when: { joy: 'hair' }, en: '[water runs]', es: '[corre el agua]' },
        {
          who: 'aiko',
          when: { joy: 'hair' },
          en: 'A stool in the shower: the best seat in the house.',
          es: 'Un taburete en la ducha: el mejor asiento de la casa.',
        },
        {
          who: 'aiko',
          when: { joy: 'hair' },
          en: 'And the red dress, because it has pockets.',
          es: 'Y el vestido rojo, porque tiene bolsillos.',
        },
        {
          who: 'aiko',
          en: 'Then I lie flat for an hour, before I have to.',
          es: 'Luego me tumbo una hora, antes de que haga falta.',
        },
        {
          who: 'aiko',
          en: 'That is the whole trick: stop while it is still fine.',
          es: 'Ese es todo el truco: parar cuando todavía va bien.',
        },
        {
          who: 'aiko',
          en: 'Seven. Let us go and see a kitchen.',
          es: 'Siete. Vamos a ver esa cocina.',
        },
      ],
      cue: {
        say: {
          en: 'She has done more planning before noon than most people do in a week.',
          es: 'Antes del mediodía ha planificado más que mucha gente en una semana.',
        },
      },
    },
    lunch: {
      describe: {
        en: 'Maya’s new kitchen, up three flights: white tiles, a bright lamp, steam on the window. A dozen friendly people stand with glasses in their hands. Each chair has a coat on it. Along the edge of the table your stones glow, seven at the door; every little while another goes dark.',
        es: 'La cocina nueva de Maya, en un tercero: azulejos blancos, una lámpara fuerte, vaho en la ventana. Una docena de personas amables, de pie, con un vaso en la mano. En cada silla hay un abrigo. En el borde de la mesa brillan tus piedras, siete al entrar; de vez en cuando se apaga otra.',
      },
      lines: [
        {
          who: null,
          en: '[a door opens on many voices]',
          es: '[se abre una puerta: muchas voces]',
          after: 0.8,
        },
        {
          who: 'aiko',
          en: 'Three floors, and I had planned for one. Four left.',
          es: 'Tres pisos, y yo contaba con uno. Me quedan cuatro.',
        },
        {
          who: 'maya',
          en: 'Aiko! You came! You look wonderful!',
          es: '¡Aiko! ¡Has venido! ¡Qué buena cara!',
        },
        {
          who: 'aiko',
          en: 'I do, too. Stones do not show.',
          es: 'Sí que la tengo. Las piedras no se ven.',
        },
        { who: null, en: '[everybody talks at once]', es: '[habla todo el mundo a la vez]' },
        {
          who: 'felix',
          en: 'Have you seen the view? Come, you have to see the view!',
          es: '¿Has visto las vistas? ¡Ven, tienes que verlas!',
        },
        {
          who: 'aiko',
          en: 'On every chair there is a coat, sitting comfortably.',
          es: 'En cada silla hay un abrigo, tan a gusto.',
        },
        {
          who: 'aiko',
          en: 'Standing costs. The lamp costs. Twelve voices cost.',
          es: 'Estar de pie cuesta. La lámpara cuesta. Doce voces cuestan.',
        },
        {
          who: 'maya',
          en: 'We eat in an hour! The oven is new here too.',
          es: '¡Comemos en una hora! El horno también es nuevo en esto.',
        },
        {
          who: 'aiko',
          en: 'Nobody is doing anything wrong. It is a lovely party.',
          es: 'Nadie tiene la culpa. Es una fiesta preciosa.',
        },
      ],
      cue: {
        say: {
          en: 'Nothing is asked of your own strength. Only look where her stones go.',
          es: 'A ti no se te pide ningún esfuerzo. Solo mira adónde van sus piedras.',
        },
        watchFor: {
          en: 'Somebody who lives this may know it too well. Moving on early is fine.',
          es: 'Quien lo vive puede conocerlo demasiado bien. Se puede pasar antes a lo siguiente.',
        },
      },
    },
    'stay-for-cake': {
      describe: {
        en: 'Your coat is over your arm, and the door is near. Maya stands before you with a plate, a yellow cake and a hopeful face. Two stones still glow; then one; then none.',
        es: 'Llevas el abrigo en el brazo y tienes la puerta cerca. Maya está delante de ti con un plato, un pastel amarillo y cara de ilusión. Todavía brillan dos piedras; luego una; luego ninguna.',
      },
      lines: [
        {
          who: 'aiko',
          en: 'My time to go was twenty minutes ago.',
          es: 'Tenía que irme hace veinte minutos.',
        },
        {
          who: 'maya',
          en: 'Stay for the cake! Only ten minutes!',
          es: '¡Quédate al pastel! ¡Solo diez minutos!',
        },
        { who: 'aloud', en: 'Ten minutes, then. For you.', es: 'Diez minutos, entonces. Por ti.' },
        {
          who: 'aiko',
          en: 'There goes the one that nobody touches.',
          es: 'Ahí va la que no toca nadie.',
        },
        {
          who: 'aiko',
          en: 'It is lemon. I want that on record: a great cake.',
          es: 'Es de limón. Que conste: un pastel magnífico.',
        },
      ],
    },
    'next-morning': {
      describe: {
        en: 'The flat again, the day after, with the curtains drawn. The light is grey and gentle. On the sill seven places are empty; two stones glow. The balcony, the desk and the bath are dim, like rooms in somebody else’s house.',
        es: 'El piso otra vez, al día siguiente, con las cortinas echadas. La luz es gris y amable. En el alféizar hay siete huecos; brillan dos piedras. El balcón, la mesa y el baño están en penumbra, como habitaciones de otra casa.',
      },
      lines: [
        { who: null, en: '[a fridge hums]', es: '[zumba la nevera]', after: 1.2 },
        {
          who: 'aiko',
          en: 'Two. It comes a day later, sometimes two days.',
          es: 'Dos. Llega un día después, a veces dos.',
        },
        {
          who: 'aiko',
          en: 'The long name is post-exertional malaise. I say: the bill.',
          es: 'Lo llaman malestar posesfuerzo. Yo lo llamo la factura.',
        },
        {
          who: 'aiko',
          en: 'It is not sleepiness, and it is not a mood.',
          es: 'No es sueño, y no es un estado de ánimo.',
        },
        {
          who: 'aiko',
          en: 'Words come late. Light is loud. My legs are on loan.',
          es: 'Las palabras tardan. La luz hace ruido. Las piernas, de prestado.',
        },
        {
          who: 'aiko',
          en: 'I know this room of the house. I know where things are.',
          es: 'Esta habitación me la sé. Sé dónde está cada cosa.',
        },
        {
          who: 'aiko',
          en: 'So it will be a small day. I am good at small days.',
          es: 'Será un día pequeño. Los días pequeños se me dan bien.',
        },
      ],
      cue: {
        say: {
          en: 'This is told, not felt. Breathe as you like.',
          es: 'Esto se cuenta, no hace falta sentirlo. Respira como quieras.',
        },
      },
    },
    'two-stones': {
      describe: {
        en: 'The same grey light, and the blanket up to your chin. Three things within reach have a soft rim of light: an eye mask, a little loudspeaker, and a phone lying face down.',
        es: 'La misma luz gris, y la manta hasta la barbilla. Tres cosas al alcance de la mano tienen un borde de luz suave: un antifaz, un altavoz pequeño y un teléfono boca abajo.',
      },
      lines: [
        {
          who: 'aiko',
          en: 'First rule of a small day: do less than you could.',
          es: 'Primera regla de un día pequeño: hacer menos de lo que puedo.',
        },
        {
          who: 'aiko',
          en: 'It took me a year to learn. It is a skill, like any other.',
          es: 'Tardé un año en aprenderlo. Es un oficio como otro.',
        },
      ],
      choice: {
        id: 'rest',
        ask: { en: 'What does Aiko do with a small day?', es: '¿Qué hace Aiko con un día pequeño?' },
        from: 9,
        otherwise: 'dark',
        options: [
          {
            id: 'dark',
            label: { en: 'The eye mask, and nothing', es: 'El antifaz, y nada más' },
            hint: { en: 'Nothing, done properly', es: 'No hacer nada, y hacerlo bien' },
          },
          {
            id: 'story',
            label: { en: 'An audiobook, very quietly', es: 'Un audiolibro, muy bajito' },
            hint: { en: 'Chapter two, for the fifth time', es: 'El capítulo dos, por quinta vez' },
          },
          {
            id: 'code',
            label: { en: 'Three words to Maya', es: 'Tres palabras para Maya' },
            hint: { en: 'They have a code', es: 'Tienen un código' },
          },
        ],
      },
    },
    'maya-asks': {
      describe: {
        en: 'A little more light at the edge of the curtain. The phone beside you is lit, with a message from Maya. Three small pictures glow in it: a sofa by a window, a clock with one hour marked, and a pot of soup at a door.',
        es: 'Un poco más de luz al borde de la cortina. A tu lado se enciende el teléfono, con un mensaje de Maya. Brillan en él tres dibujos pequeños: un sofá junto a una ventana, un reloj con una hora marcada y una olla de sopa ante una puerta.',
      },
      lines: [
        { who: null, en: '[a phone hums]', es: '[vibra un teléfono]', after: 1 },
        {
          who: 'aiko',
          when: { rest: 'dark' },
          en: 'An hour of nothing. I have sat in worse meetings.',
          es: 'Una hora de nada. He estado en reuniones peores.',
        },
        {
          who: 'aiko',
          when: { rest: 'story' },
          en: 'I know who did it. That is what makes it restful.',
          es: 'Ya sé quién fue. Por eso me descansa.',
        },
        {
          who: 'aiko',
          when: { rest: 'code' },
          en: '“Lovely. Paying. Later.” Maya reads it, and thinks.',
          es: '«Precioso. Pagando. Luego.» Maya lo lee, y piensa.',
        },
        {
          who: 'message',
          en: 'I never saw it cost you. How should I invite you?',
          es: 'No vi lo que te costaba. ¿Cómo te invito mejor?',
        },
        {
          who: 'aiko',
          en: 'Six years, and the best question fits on a phone.',
          es: 'Seis años, y la mejor pregunta cabe en un teléfono.',
        },
        {
          who: 'aiko',
          en: 'Let us give her that lunch again. You be Maya.',
          es: 'Démosle otra vez esa comida. Tú haces de Maya.',
        },
      ],
      choice: {
        id: 'visit',
        ask: { en: 'How do you change the visit?', es: '¿Cómo cambias la visita?' },
        from: 19,
        otherwise: 'sofa',
        options: [
          {
            id: 'sofa',
            label: { en: 'A sofa by the window', es: 'Un sofá junto a la ventana' },
            hint: {
              en: 'One can be at a party lying down',
              es: 'En horizontal también se está de fiesta',
            },
          },
          {
            id: 'hour',
            label: { en: 'Four people, one hour, an end', es: 'Cuatro personas, una hora y un final' },
            hint: {
              en: 'Leaving is planned, so nobody explains it',
              es: 'Irse está previsto, no hay que explicarlo',
            },
          },
          {
            id: 'here',
            label: { en: 'Maya brings lunch to Aiko', es: 'Maya le lleva la comida a Aiko' },
            hint: { en: 'A pot of soup, and no stairs', es: 'Una olla de sopa, y ninguna escalera' },
          },
        ],
      },
      cue: {
        say: {
          en: 'You change the invitation, not Aiko. Each of the three is right.',
          es: 'Cambias la invitación, no a Aiko. Las tres están bien.',
        },
      },
    },
    'lunch-again': {
      describe: {
        en: 'The same lunch, as Maya has changed it, and seven stones glow. Either a sofa by the kitchen window, with a blanket and no coats on it; or the kitchen with four chairs, a low lamp and a clock; or Aiko’s own room, with a pot of soup on the desk and shoes at the door. Stones go dark more slowly. When it ends, four still glow.',
        es: 'La misma comida, como la ha cambiado Maya, y siete piedras encendidas. O bien un sofá junto a la ventana de la cocina, con una manta y sin abrigos; o bien la cocina con cuatro sillas, una lámpara baja y un reloj; o bien la habitación de Aiko, con una olla de sopa en la mesa y zapatos en la puerta. Las piedras se apagan más despacio. Al final brillan cuatro.',
      },
      lines: [
        { who: null, en: '[a door]', es: '[una puerta]', after: 0.8 },
        {
          who: 'aiko',
          when: { visit: 'sofa' },
          en: 'There was a lift, it turns out. Maya had to ask for a key.',
          es: 'Resulta que había ascensor. Maya tuvo que pedir la llave.',
        },
        {
          who: 'maya',
          when: { visit: 'sofa' },
          en: 'The sofa is yours. The coats are in the bathtub.',
          es: 'El sofá es tuyo. Los abrigos están en la bañera.',
        },
        {
          who: 'felix',
          when: { visit: 'sofa' },
          en: 'May I sit on the floor? I hate standing too.',
          es: '¿Me siento en el suelo? Yo también odio estar de pie.',
        },
        {
          who: 'aiko',
          when: { visit: 'hour' },
          en: 'There was a lift, it turns out. Maya had to ask for a key.',
          es: 'Resulta que había ascensor. Maya tuvo que pedir la llave.',
        },
        {
          who: 'maya',
          when: { visit: 'hour' },
          en: 'You leave at two. Your cake is already wrapped.',
          es: 'Te vas a las dos. Ya te he envuelto el pastel.',
        },
        {
          who: 'felix',
          when: { visit: 'hour' },
          en: 'An end! I wish all parties had one.',
          es: '¡Un final! Ojalá lo tuvieran todas las fiestas.',
        },
        {
          who: 'maya',
          when: { visit: 'here' },
          en: 'Delivery! One kitchen, slightly spilled.',
          es: '¡A domicilio! Una cocina, un poco derramada.',
        },
        {
          who: 'aiko',
          when: { visit: 'here' },
          en: 'I stay where I am. The party takes its shoes off.',
          es: 'Yo no me muevo. La fiesta se quita los zapatos.',
        },
        {
          who: 'felix',
          when: { visit: 'here' },
          en: 'So this is where the crosswords come from.',
          es: 'Así que de aquí salen los crucigramas.',
        },
        {
          who: 'maya',
          en: 'If I talk too much, lift a finger. I can stop. I think.',
          es: 'Si hablo demasiado, levanta un dedo. Sé callarme. Creo.',
        },
        {
          who: 'aloud',
          en: 'Six letters: “The art of stopping in time.”',
          es: 'Cinco letras: «El arte de parar a tiempo».',
        },
        {
          who: 'maya',
          en: 'Not “nap”, that is three. “Pacing”!',
          es: '«Siesta» no, que son seis. ¡«Ritmo»!',
        },
        { who: null, en: '[laughter]', es: '[risas]' },
        {
          who: 'aiko',
          en: 'I laugh until it costs a stone. It is worth one.',
          es: 'Me río hasta que cuesta una piedra. La vale.',
        },
        {
          who: 'aiko',
          en: 'And we stop while it is still fine. Nobody asks why.',
          es: 'Y paramos cuando todavía va bien. Nadie pregunta por qué.',
        },
      ],
    },
    'morning-again': {
      describe: {
        en: 'The day after, once more. The curtain is half open, the balcony has sun on it, and five stones glow on the sill. On the desk lies a crossword with every square filled.',
        es: 'El día siguiente, otra vez. La cortina está medio abierta, el balcón tiene sol, y en el alféizar brillan cinco piedras. En la mesa hay un crucigrama con todas las casillas llenas.',
      },
      lines: [
        { who: null, en: '[sparrows outside]', es: '[gorriones fuera]', after: 0.8 },
        {
          who: 'aiko',
          en: 'Five. There is a bill. It is a smaller one.',
          es: 'Cinco. Hay factura, pero más pequeña.',
        },
        {
          who: 'aiko',
          after: 1,
          en: 'Maya did not mend me. She mended the lunch.',
          es: 'Maya no me arregló a mí. Arregló la comida.',
        },
        {
          who: 'aiko',
          en: 'And I was there, all of me, the whole hour.',
          es: 'Y estuve entera, toda la hora.',
        },
      ],
      cue: {
        say: {
          en: 'Less is not nothing. What made the difference?',
          es: 'Más pequeña ya es algo. ¿Qué marcó la diferencia?',
        },
      },
    },
    'in-her-words': {
      describe: {
        en: 'Aiko’s room in the afternoon. The filled crossword is in front of you, and beside it an empty new one, all white squares. The pencil swings a little on its string. Aiko talks to you.',
        es: 'La habitación de Aiko por la tarde. Delante de ti está el crucigrama lleno y, al lado, uno nuevo, todo casillas blancas. El lápiz se balancea un poco en su cordel. Aiko te habla a ti.',
      },
      lines: [
        {
          who: 'aiko',
          en: 'People tell me they are tired as well. I believe them.',
          es: 'La gente me dice que también se cansa. Les creo.',
        },
        {
          who: 'aiko',
          en: 'This is another thing. It has a name, and no shortcut.',
          es: 'Esto es otra cosa. Tiene nombre, y no tiene atajo.',
        },
        {
          who: 'aiko',
          en: 'Believe me the first time. That alone saves a stone.',
          es: 'Créeme a la primera. Solo con eso ahorro una piedra.',
        },
        {
          who: 'aiko',
          en: 'Tell me how long, how many stairs, where I can lie down.',
          es: 'Dime cuánto dura, cuántas escaleras y dónde me tumbo.',
        },
        {
          who: 'aiko',
          en: 'Ask me again next time, also when I said no this time.',
          es: 'Vuelve a invitarme, aunque esta vez haya dicho que no.',
        },
        {
          who: 'aiko',
          en: 'If I come, do not tell me I look well. Pour the tea.',
          es: 'Si voy, no me digas que tengo buena cara. Sirve el té.',
        },
        {
          who: 'aiko',
          en: 'Some days my world is small. It has never been empty.',
          es: 'Hay días en que mi mundo es pequeño. Vacío, nunca.',
        },
        {
          who: 'aiko',
          after: 1,
          en: 'I make white squares, and somebody fills them in at breakfast.',
          es: 'Hago casillas blancas, y alguien las llena al desayunar.',
        },
      ],
    },
    window: {
      describe: {
        en: 'Evening. The window is open a hand’s width, and the curtain moves and settles. The sky over the balcony turns from yellow to blue. One stone still glows on the sill, and beside it stands a cup of tea.',
        es: 'Atardece. La ventana está abierta un palmo, y la cortina se mueve y se posa. Sobre el balcón el cielo pasa del amarillo al azul. En el alféizar brilla todavía una piedra, y a su lado hay una taza de té.',
      },
      lines: [
        { who: null, en: '[a breeze in the curtain]', es: '[brisa en la cortina]', after: 1 },
        { who: 'aiko', en: 'One left. I am keeping it.', es: 'Queda una. Me la guardo.' },
        {
          who: 'aiko',
          en: 'Not for anything. Just so that it is there.',
          es: 'No es para nada. Es para que esté.',
        },
        { who: 'aiko', en: 'Tomorrow I count again.', es: 'Mañana vuelvo a contar.', after: 1.2 },
        {
          who: 'aiko',
          after: 1,
          en: 'Whatever you are carrying, put it down for a minute.',
          es: 'Lo que lleves encima, suéltalo un minuto.',
        },
      ],
      cue: {
        say: {
          en: 'Let the evening be quiet for a moment. Then we come back to the hearth.',
          es: 'Deja la tarde en silencio un momento. Luego volvemos al fuego.',
        },
      },
    },
  },
}
