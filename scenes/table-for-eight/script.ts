import type { Script } from '../kit/types.ts'

/**
 * A round table, seen from Ruth's chair: centre (0, 0, −1.45), eight seats 45° apart, 1.45 m from it. Clockwise from her
 * left: Nico, Greta, Bruno, Vera (opposite), Otto, Sami, Lina. Words that she misses are `——`, in each language where the
 * same words are missing; what she misses in `four-conversations` is said in full in `once-more`.
 */
export const script: Script = {
  voices: {
    ruth: { name: { en: 'Ruth', es: 'Ruth' } },
    aloud: { name: { en: 'Ruth, aloud', es: 'Ruth, en voz alta' }, same: 'ruth' },
    nico: { name: { en: 'Nico', es: 'Nico' }, at: [-1.03, 1, -0.42] },
    greta: { name: { en: 'Greta', es: 'Greta' }, at: [-1.45, 1.2, -1.45] },
    bruno: { name: { en: 'Bruno', es: 'Bruno' }, at: [-1.03, 1.25, -2.48] },
    vera: { name: { en: 'Vera', es: 'Vera' }, at: [0, 1.2, -2.9] },
    otto: { name: { en: 'Otto', es: 'Otto' }, at: [1.03, 1.25, -2.48] },
    sami: { name: { en: 'Sami', es: 'Sami' }, at: [1.45, 1.2, -1.45] },
    lina: { name: { en: 'Lina', es: 'Lina' }, at: [1.03, 1.2, -0.42] },
    idris: { name: { en: 'Idris, the owner', es: 'Idris, el dueño' }, at: [2, 1.55, -3.7] },
  },
  beats: {
    arriving: {
      describe: {
        en: 'The back room of a small restaurant, early in the evening. A round table is laid for eight: white plates, water glasses, a bowl of olives, a tall pepper mill. A lamp hangs over the middle. Rain runs down a window on the left. On the right, beside the open door to the front room, a small loudspeaker sits high on the wall. Nobody else is here yet.',
        es: 'La sala del fondo de un restaurante pequeño, a primera hora de la noche. Una mesa redonda puesta para ocho: platos blancos, vasos de agua, un cuenco de aceitunas, un molinillo de pimienta muy alto. Sobre el centro cuelga una lámpara. A la izquierda, la lluvia baja por una ventana. A la derecha, junto a la puerta abierta que da a la sala grande, hay un altavoz pequeño en lo alto de la pared. Todavía no ha llegado nadie más.',
      },
      lines: [
        { who: null, en: '[rain on a window]', es: '[lluvia en una ventana]', after: 1.2 },
        { who: 'ruth', en: 'I always come twenty minutes early.', es: 'Siempre llego veinte minutos antes.' },
        {
          who: 'ruth',
          en: 'Not to be polite. To look at the room.',
          es: 'No por educación. Para mirar la sala.',
        },
        {
          who: 'ruth',
          en: 'Bare walls. A tiled floor. A loudspeaker by the door.',
          es: 'Paredes desnudas. Suelo de baldosa. Un altavoz en la puerta.',
        },
        {
          who: 'ruth',
          en: 'A room like this throws every sound at you twice.',
          es: 'Una sala así te tira cada sonido dos veces.',
        },
        {
          who: 'ruth',
          en: 'And in the middle: eight plates, and Vera turning sixty.',
          es: 'Y en el medio, ocho platos, y Vera que cumple sesenta.',
        },
      ],
    },
    'coming-in': {
      describe: {
        en: 'They come in out of the rain and sit down around the table. Opposite you is Vera, sixty today, in a green dress. To the right of her Otto, with a large new moustache, then Sami, his husband, and close beside you Lina, Vera’s daughter. To the left of her Bruno, her brother, then Greta, and close beside you Nico, who is nine and wears a big old watch.',
        es: 'Van entrando, con la lluvia todavía encima, y se sientan alrededor de la mesa. Enfrente de ti está Vera, sesenta años hoy, con un vestido verde. A su derecha, según miras, Otto, que estrena un bigote enorme; luego Sami, su marido, y a tu lado Lina, la hija de Vera. A la izquierda, Bruno, su hermano; luego Greta, y a tu lado Nico, que tiene nueve años y lleva un reloj viejo y grande.',
      },
      lines: [
        { who: null, en: '[a door]', es: '[una puerta]', after: 0.8 },
        { who: 'vera', en: 'Ruth! First, of course.', es: '¡Ruth! La primera, cómo no.' },
        {
          who: 'ruth',
          en: 'Vera looks at me before she speaks. Forty years of practice.',
          es: 'Vera me mira antes de hablar. Cuarenta años de práctica.',
        },
        { who: 'otto', en: 'Look! A moustache.', es: '¡Atención! ¡Estreno bigote!' },
        {
          who: 'aloud',
          en: 'So I see. Ask it to step aside when you talk.',
          es: 'Ya lo veo. Pídele que se aparte cuando hables.',
        },
        { who: 'otto', en: 'It has better manners than I have.', es: 'Tiene mejores modales que yo.' },
        { who: 'nico', en: 'Ruth! My watch still goes!', es: '¡Ruth! ¡El reloj sigue andando!' },
        { who: 'aloud', en: 'Of course it does. You wind it.', es: 'Claro que sí. Le das cuerda.' },
        {
          who: 'ruth',
          en: 'Nico taps the table when he wants me.',
          es: 'Nico da un toque en la mesa cuando me busca.',
        },
        {
          who: 'ruth',
          en: 'I feel it in the wood. The best doorbell I know.',
          es: 'Lo noto en la madera. El mejor timbre que conozco.',
        },
      ],
      cue: {
        say: {
          en: 'Look around the table once. Everybody here is fond of her.',
          es: 'Mira una vez alrededor de la mesa. Aquí la quiere todo el mundo.',
        },
      },
    },
    'her-chair': {
      describe: {
        en: 'Coats, hugs, chairs pushed back: a minute in which nobody is listening to anybody. Three things near you have a soft rim of light: the wall behind your chair, the lamp over the table, and Lina’s hand beside yours.',
        es: 'Abrigos, abrazos, sillas que se mueven: un minuto en el que nadie escucha a nadie. Tres cosas cerca de ti tienen un borde de luz suave: la pared detrás de tu silla, la lámpara sobre la mesa y la mano de Lina junto a la tuya.',
      },
      lines: [
        {
          who: 'ruth',
          en: 'While they hang up their coats, I arrange things.',
          es: 'Mientras cuelgan los abrigos, yo preparo el terreno.',
        },
        {
          who: 'ruth',
          en: 'Half of hearing happens before anybody speaks.',
          es: 'La mitad de oír pasa antes de que hable nadie.',
        },
        { who: 'ruth', en: 'So, what first?', es: 'A ver, ¿qué va primero?' },
      ],
      choice: {
        id: 'seat',
        ask: { en: 'What does Ruth arrange first?', es: '¿Qué prepara Ruth primero?' },
        from: 9,
        otherwise: 'wall',
        options: [
          {
            id: 'wall',
            label: { en: 'Her chair, back to the wall', es: 'Su silla, de espaldas a la pared' },
            hint: { en: 'So that no noise comes from behind', es: 'Para que no llegue ruido por detrás' },
          },
          {
            id: 'lamp',
            label: { en: 'The lamp, lower, on their faces', es: 'La lámpara, más baja, sobre las caras' },
            hint: { en: 'She hears better when she sees', es: 'Oye mejor cuando ve' },
          },
          {
            id: 'signal',
            label: { en: 'A signal with Lina', es: 'Una señal con Lina' },
            hint: { en: 'Two taps on the arm: new topic', es: 'Dos toques en el brazo: tema nuevo' },
          },
        ],
      },
      cue: {
        say: {
          en: 'She does this at every table, and nobody has ever noticed.',
          es: 'Lo hace en todas las mesas y nunca se ha dado cuenta nadie.',
        },
      },
    },
    'bread-and-olives': {
      describe: {
        en: 'Bread goes round, then the olives. One person talks, the others look at them. The lamp is warm on all seven faces; mouths are easy to see, even Otto’s, a little.',
        es: 'Pasa el pan y luego las aceitunas. Habla una persona y las demás la miran. La lámpara da una luz cálida a las siete caras; las bocas se ven bien, hasta la de Otto, un poco.',
      },
      lines: [
        {
          who: 'ruth',
          when: { seat: 'wall' },
          en: 'The wall minds my back. Now there is only one direction.',
          es: 'La pared me cubre. Ahora solo hay una dirección.',
        },
        {
          who: 'ruth',
          when: { seat: 'lamp' },
          en: 'There. Now I can hear them: I can see their mouths.',
          es: 'Así. Ahora sí que oigo: les veo la boca.',
        },
        {
          who: 'ruth',
          when: { seat: 'signal' },
          en: 'Two taps, new topic. Lina was six when we agreed on it.',
          es: 'Dos toques, tema nuevo. Lo pactamos cuando Lina tenía seis.',
        },
        {
          who: 'vera',
          en: 'Olives first. Speeches are forbidden.',
          es: 'Primero, aceitunas. Prohibidos los discursos.',
        },
        {
          who: 'bruno',
          en: 'Then what do I do with my four pages?',
          es: '¿Y qué hago con mis cuatro páginas?',
        },
        { who: 'aloud', en: 'Fold them. The table wobbles.', es: 'Dóblalas. La mesa cojea.' },
        { who: null, en: '[laughter]', es: '[risas]' },
        {
          who: 'ruth',
          en: 'One voice, then the next. I get nearly every word.',
          es: 'Una voz, luego otra. Me llegan casi todas las palabras.',
        },
        {
          who: 'greta',
          en: 'And the big clock at the station?',
          es: '¿Y el reloj grande de la estación?',
        },
        {
          who: 'aloud',
          en: 'Four minutes slow, like the trains. Nobody had noticed.',
          es: 'Atrasaba cuatro minutos, igual que los trenes.',
        },
        {
          who: 'ruth',
          en: 'Ask anybody here. I am good at dinners.',
          es: 'Pregunta a quien quieras. Las cenas se me dan bien.',
        },
      ],
    },
    'four-conversations': {
      describe: {
        en: 'The front room has filled up; its light and noise come through the open door, and the loudspeaker plays. Plates arrive. At the table four conversations run at once, and Otto tells all of them a story with both arms. Heads turn away, hands and glasses cover mouths, the moustache covers the rest. In the captions, a long dash is a piece that did not reach Ruth.',
        es: 'La sala grande se ha llenado; por la puerta abierta entran su luz y su ruido, y el altavoz suena. Llegan los platos. En la mesa hay cuatro conversaciones a la vez, y Otto les cuenta a todas una historia con los dos brazos. Las cabezas se giran, manos y vasos tapan las bocas, y el bigote tapa lo demás. En los subtítulos, una raya larga es un trozo que no le ha llegado a Ruth.',
      },
      lines: [
        { who: null, en: '[the music comes up]', es: '[sube la música]', after: 0.8 },
        { who: null, en: '[plates, glasses, many voices]', es: '[platos, vasos, muchas voces]' },
        { who: 'otto', en: 'So the dog takes —— and runs ——', es: 'Y el perro agarra —— y sale ——' },
        { who: 'greta', en: '—— third floor, without ——', es: '—— un tercero sin ——' },
        {
          who: 'ruth',
          en: 'A dash is a piece that did not arrive.',
          es: 'Una raya es un trozo que no ha llegado.',
        },
        { who: 'sami', en: '—— even our ——', es: '—— siquiera era ——' },
        { who: 'otto', en: '—— in! And my mother ——', es: '—— ¡al agua! Y mi madre ——' },
        {
          who: 'ruth',
          en: 'So far: a dog, some water, and Otto’s mother.',
          es: 'De momento: un perro, agua y la madre de Otto.',
        },
        {
          who: 'ruth',
          en: 'Hearing aids make all of it louder. The forks too.',
          es: 'Los audífonos lo suben todo. También los tenedores.',
        },
        { who: 'vera', en: '—— you, Ruth, —— too?', es: '—— tú, Ruth, —— también?' },
        {
          who: 'ruth',
          en: 'My name, and a question. She is smiling. So, yes?',
          es: 'Mi nombre, y una pregunta. Sonríe. Así que ¿sí?',
        },
        { who: 'aloud', en: 'Yes?', es: '¿Sí?', after: 1 },
        { who: 'bruno', en: 'She says yes!', es: '¡Dice que sí!' },
      ],
      cue: {
        say: {
          en: 'Nobody here is unkind. Notice what the room is doing.',
          es: 'Aquí nadie es poco amable. Fíjate en lo que hace la sala.',
        },
        watchFor: {
          en: 'Somebody who turns the sound down or looks away: soften, or go on to the next beat.',
          es: 'Si alguien baja el sonido o aparta la mirada: suaviza o pasa a lo siguiente.',
        },
      },
    },
    'the-laugh': {
      describe: {
        en: 'Otto stands, arms wide, and lets them fall. The whole table leans back laughing. Greta wipes her eyes and lays a hand on the table towards you.',
        es: 'Otto está de pie, con los brazos abiertos, y los deja caer. Toda la mesa se echa atrás de la risa. Greta se seca los ojos y alarga una mano hacia ti sobre la mesa.',
      },
      lines: [
        { who: 'otto', en: '—— and it was only ——!', es: '—— ¡y no era más que ——!' },
        { who: null, en: '[the whole table laughs]', es: '[se ríe toda la mesa]' },
        {
          who: 'ruth',
          en: 'I laugh too. Half a second late.',
          es: 'Yo también me río. Medio segundo tarde.',
        },
        { who: 'aloud', en: 'It was only what?', es: '¿No era más que qué?', after: 1 },
        { who: 'greta', en: 'Oh, never mind, I’ll tell you later.', es: 'Ay, nada, luego te lo cuento.' },
        {
          who: 'ruth',
          en: 'She means it kindly. “Later” is where half my stories live.',
          es: 'Lo dice con cariño. En «luego» vive la mitad de mis historias.',
        },
      ],
    },
    'her-question': {
      describe: {
        en: 'The others talk on. You have a moment to yourself. Three things have a soft rim of light: Otto, Lina’s napkin with a pencil on it, and the window with the rain.',
        es: 'La charla sigue. Tienes un momento para ti. Tres cosas tienen un borde de luz suave: Otto, la servilleta de Lina con un lápiz encima y la ventana con la lluvia.',
      },
      lines: [
        {
          who: 'ruth',
          en: 'I own forty screwdrivers, and more ways than that to ask.',
          es: 'Tengo cuarenta destornilladores, y más maneras de preguntar.',
        },
        {
          who: 'ruth',
          en: '“What?” is the worst. It gets you the same noise, louder.',
          es: '«¿Qué?» es la peor. Te repiten el mismo ruido, más alto.',
        },
      ],
      choice: {
        id: 'ask',
        ask: { en: 'What does Ruth do?', es: '¿Qué hace Ruth?' },
        from: 8,
        otherwise: 'pieces',
        options: [
          {
            id: 'pieces',
            label: { en: 'Say what she has, ask for the rest', es: 'Decir lo que tiene y pedir el resto' },
            hint: { en: 'A dog, some water, a mother', es: 'Un perro, agua, una madre' },
          },
          {
            id: 'word',
            label: { en: 'Ask Lina for the topic', es: 'Pedirle el tema a Lina' },
            hint: { en: 'On the napkin, in a few words', es: 'En la servilleta, en pocas palabras' },
          },
          {
            id: 'pause',
            label: {
              en: 'Take three minutes at the window',
              es: 'Tomarse tres minutos en la ventana',
            },
            hint: { en: 'Resting is part of listening', es: 'Descansar es parte de escuchar' },
          },
        ],
      },
    },
    'it-works': {
      describe: {
        en: 'Her way works. Otto lifts his chin so that his mouth is free of the moustache; on the napkin there is a little drawing of a dog with a ring; the rain goes on. The table has not got quieter, but there is a path through it now.',
        es: 'Su manera funciona. Otto levanta la barbilla para que el bigote no le tape la boca; en la servilleta hay un dibujito de un perro con un anillo; la lluvia sigue. La mesa no hace menos ruido, pero ahora hay un camino por el medio.',
      },
      lines: [
        {
          who: 'aloud',
          when: { ask: 'pieces' },
          en: 'I have a dog, water and a mother. What did the dog take?',
          es: 'Tengo perro, agua y madre. ¿Qué agarró el perro?',
        },
        {
          who: 'otto',
          when: { ask: 'pieces' },
          en: 'The ring! Our wedding ring!',
          es: '¡El anillo! ¡El de nuestra boda!',
        },
        {
          who: 'ruth',
          when: { ask: 'pieces' },
          en: 'A good question gets one good word. One is plenty.',
          es: 'Una buena pregunta trae una buena palabra. Con una basta.',
        },
        {
          who: 'ruth',
          when: { ask: 'word' },
          en: 'Lina writes: “Otto’s wedding. Dog. Ring.” And draws it.',
          es: 'Lina escribe: «Boda de Otto. Perro. Anillo». Y lo dibuja.',
        },
        {
          who: 'ruth',
          when: { ask: 'word' },
          en: 'Four words, and the whole dinner is in focus.',
          es: 'Cinco palabras, y la cena entera se enfoca.',
        },
        {
          who: 'ruth',
          when: { ask: 'pause' },
          en: 'Rain asks no questions. You can just let it fall.',
          es: 'La lluvia no pregunta. Basta con dejarla caer.',
        },
        {
          who: 'ruth',
          when: { ask: 'pause' },
          en: 'Three minutes, and I have a head again.',
          es: 'Tres minutos, y vuelvo a tener cabeza.',
        },
        {
          who: 'nico',
          when: { ask: 'pause' },
          en: 'I kept your place. A dog stole Otto’s ring.',
          es: 'Te guardé el sitio. Un perro le robó el anillo a Otto.',
        },
        {
          who: 'ruth',
          en: 'It works. It has worked for forty years.',
          es: 'Funciona. Lleva cuarenta años funcionando.',
        },
        {
          who: 'ruth',
          after: 1.2,
          en: 'But why am I the only one here at work?',
          es: 'Pero ¿por qué soy la única que trabaja?',
        },
      ],
    },
    'what-the-table-can-do': {
      describe: {
        en: 'The evening stands still, like a photograph with the rain still moving. Vera looks at you and has put down her fork. Three things have a soft rim of light: the loudspeaker by the door, the tall pepper mill, and Lina’s phone against the bread basket.',
        es: 'La noche se queda quieta, como una foto en la que solo se mueve la lluvia. Vera te mira y ha dejado el tenedor. Tres cosas tienen un borde de luz suave: el altavoz junto a la puerta, el molinillo alto y el teléfono de Lina, apoyado en la panera.',
      },
      lines: [
        {
          who: 'vera',
          en: 'Ruth, stop. What could we do? All of us, I mean.',
          es: 'Ruth, espera. ¿Qué podemos hacer? Toda la mesa, digo.',
        },
        {
          who: 'ruth',
          en: 'Now that is a birthday present.',
          es: 'Eso sí que es un regalo. Y eso que cumple ella.',
        },
        {
          who: 'ruth',
          en: 'And nothing about it is difficult. Look around.',
          es: 'Y no tiene nada de difícil. Mira alrededor.',
        },
      ],
      choice: {
        id: 'change',
        ask: { en: 'What do you change at the table?', es: '¿Qué cambias en la mesa?' },
        from: 11,
        otherwise: 'music',
        options: [
          {
            id: 'music',
            label: { en: 'Turn the music off', es: 'Quitar la música' },
            hint: {
              en: 'And close the door to the front room',
              es: 'Y cerrar la puerta de la sala grande',
            },
          },
          {
            id: 'turns',
            label: { en: 'Whoever has the pepper mill talks', es: 'Habla quien tiene el molinillo' },
            hint: { en: 'One voice at a time', es: 'Una voz cada vez' },
          },
          {
            id: 'captions',
            label: { en: 'Captions on Lina’s phone', es: 'Subtítulos en el teléfono de Lina' },
            hint: {
              en: 'Against the bread basket, for the whole table',
              es: 'Apoyado en la panera, para toda la mesa',
            },
          },
        ],
      },
      cue: {
        say: {
          en: 'Any of the three helps. You are not changing Ruth; you are changing the table.',
          es: 'Las tres ayudan. No cambias a Ruth: cambias la mesa.',
        },
      },
    },
    'once-more': {
      describe: {
        en: 'The same minute once more. Otto is on his feet again, arms wide, but now faces are turned to whoever speaks, the light is on their mouths, and the noise stays behind. Either the door is shut and the loudspeaker dark, or the pepper mill goes from hand to hand, or the phone against the bread basket writes down every word.',
        es: 'El mismo minuto otra vez. Otto vuelve a estar de pie, con los brazos abiertos, pero ahora las caras miran a quien habla, la luz les da en la boca y el ruido queda atrás. O bien la puerta está cerrada y el altavoz apagado, o bien el molinillo va de mano en mano, o bien el teléfono apoyado en la panera escribe cada palabra.',
      },
      lines: [
        {
          who: 'idris',
          when: { change: 'music' },
          en: 'The music? I had forgotten it was on.',
          es: '¿La música? Ni me acordaba de que estaba puesta.',
        },
        {
          who: 'ruth',
          when: { change: 'music' },
          en: 'Oh. There you all are.',
          es: 'Vaya. Si aquí hay gente.',
        },
        {
          who: 'vera',
          when: { change: 'turns' },
          en: 'Otto has the pepper. The rest of us have ears.',
          es: 'Otto tiene la pimienta. El resto tenemos oídos.',
        },
        {
          who: 'ruth',
          when: { change: 'turns' },
          en: 'Like a microphone that makes you sneeze.',
          es: 'Como un micrófono que hace estornudar.',
        },
        {
          who: 'lina',
          when: { change: 'captions' },
          en: 'It writes what it hears. So, one by one.',
          es: 'Escribe lo que oye. Así que, por turnos.',
        },
        {
          who: 'ruth',
          when: { change: 'captions' },
          en: 'It runs a second late, like me. We get along.',
          es: 'Va un segundo tarde, como yo. Nos entendemos.',
        },
        {
          who: 'otto',
          en: 'So the dog takes the ring and runs to the lake.',
          es: 'Y el perro agarra el anillo y sale hacia el lago.',
        },
        {
          who: 'ruth',
          when: { change: 'captions' },
          en: 'It has written “the frog”. It gets a laugh of its own.',
          es: 'Ha puesto «el gorro». Se lleva su propia risa.',
        },
        { who: 'sami', en: 'It was not even our dog!', es: '¡Ni siquiera era nuestro perro!' },
        {
          who: 'otto',
          en: 'Straight in! And my mother after it, in her hat.',
          es: '¡Directo al agua! Y mi madre detrás, con sombrero.',
        },
        {
          who: 'vera',
          en: 'Would you, Ruth, have jumped in too?',
          es: '¿Y tú, Ruth, te habrías tirado también?',
        },
        {
          who: 'aloud',
          en: 'Ears out, shoes on, ahead of the hat.',
          es: 'Sin audífonos, con zapatos y antes que el sombrero.',
        },
        {
          who: 'otto',
          en: 'Half the wedding in the water, and it was only an onion ring!',
          es: 'Media boda en el agua, ¡y no era más que un aro de cebolla!',
        },
        { who: null, en: '[the whole table laughs]', es: '[se ríe toda la mesa]' },
        {
          who: 'ruth',
          en: 'And this time I am on the beat.',
          es: 'Y esta vez me río a tiempo.',
        },
        {
          who: 'greta',
          en: 'My story has a third floor, without a lift. After cake.',
          es: 'Lo mío es un tercero sin ascensor. Después del pastel.',
        },
        {
          who: 'ruth',
          after: 1,
          en: 'I still miss a word now and then. It is only a word.',
          es: 'Aún se me escapa alguna palabra. Es solo una palabra.',
        },
      ],
      cue: {
        say: {
          en: 'The same people, the same story. What is different?',
          es: 'La misma gente, la misma historia. ¿Qué ha cambiado?',
        },
      },
    },
    'in-her-words': {
      describe: {
        en: 'The others have turned to each other, and the table is a warm blur. On the cloth in front of you lies Nico’s big watch, its back open, the small wheels turning. Ruth talks to you.',
        es: 'El resto charla y la mesa es una mancha cálida. Sobre el mantel, delante de ti, está el reloj grande de Nico, abierto por detrás, con las ruedecitas girando. Ruth te habla a ti.',
      },
      lines: [
        { who: null, en: '[a watch ticks]', es: '[tictac de un reloj]', after: 1 },
        {
          who: 'ruth',
          en: 'At a table like that I am not absent. I am at work.',
          es: 'En una mesa así no estoy ausente. Estoy trabajando.',
        },
        {
          who: 'ruth',
          en: 'I do not want to be brave at dinner. I want dinner.',
          es: 'No quiero ser valiente en una cena. Quiero cenar.',
        },
        {
          who: 'ruth',
          en: 'So look at me first, then talk. Tell me what it is about.',
          es: 'Así que mírame primero y habla después. Dime de qué va.',
        },
        {
          who: 'ruth',
          en: 'If I miss it, say it in other words. Not in bigger ones.',
          es: 'Si se me escapa, dilo con otras palabras. No más alto.',
        },
        {
          who: 'ruth',
          en: 'And never say “never mind”. I do mind. That is why I ask.',
          es: 'Y no digas «nada, déjalo». Si pregunto es que me importa.',
        },
        {
          who: 'ruth',
          after: 1,
          en: 'Late at night I take my ears out, and the world goes soft.',
          es: 'De noche me quito los audífonos y el mundo se ablanda.',
        },
        {
          who: 'ruth',
          en: 'I mend clocks in it. I would not swap that hour.',
          es: 'Entonces arreglo relojes. Esa hora no la cambio por nada.',
        },
        {
          who: 'ruth',
          after: 1.4,
          en: 'It is not silence I mind. It is being left out of the noise.',
          es: 'No me pesa el silencio. Me pesa quedarme fuera del ruido.',
        },
      ],
    },
    candles: {
      describe: {
        en: 'The lamp goes down and a cake comes to the table with a ring of candles on it. Their light is steady on eight faces, all of them easy to read. Outside the rain has stopped.',
        es: 'La lámpara baja y llega a la mesa un pastel con un círculo de velas. Su luz cae serena sobre las caras, y todas se leen bien. Fuera ha dejado de llover.',
      },
      lines: [
        {
          who: 'vera',
          en: 'Sixty! I asked for fewer candles and more cake.',
          es: '¡Sesenta! Pedí menos velas y más pastel.',
        },
        { who: null, en: '[two taps on the table]', es: '[dos toques en la mesa]' },
        { who: 'nico', en: 'Ruth, you wish too.', es: 'Ruth, pide un deseo tú también.' },
        {
          who: 'ruth',
          en: 'Seven faces, all turned to the light.',
          es: 'Siete caras, todas vueltas hacia la luz.',
        },
        {
          who: 'ruth',
          en: 'I cannot think of one thing.',
          es: 'No se me ocurre nada que pedir.',
          after: 1.2,
        },
        {
          who: 'ruth',
          en: 'Same time next year. I will be early.',
          es: 'El año que viene, a la misma hora. Yo, un poco antes.',
        },
      ],
      cue: {
        say: {
          en: 'Stay with the light for a moment. Then we come back to the hearth.',
          es: 'Quédate un momento con la luz. Luego volvemos al fuego.',
        },
      },
    },
  },
}
