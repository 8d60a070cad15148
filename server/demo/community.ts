import type { Entry, Topic } from '../circles/contract.ts'
import type { Language } from '../lib/contract.ts'

type DemoMeetup = {
  title: string
  description: string /** minutes from now, to the next quarter of an hour */
  inMinutes: number
  minutes: number
  seats: number
}
type DemoCircle = {
  name: string
  topic: Topic
  language: Language
  entry: Entry
  description: string
  guidelines: string
  facilitators: string[]
  members: string[]
  meetups: DemoMeetup[]
}

const GUIDELINES = `Speak for yourself, from your own experience.
What is said here stays here. So do names.
Silence is welcome. You can pass at any time, without a reason.
No advice unless somebody asks for it, and no medical advice at all.
This is peer support, not therapy and not a crisis service. The Help button has numbers that are.`

const HOUR = 60
const DAY = 24 * HOUR

/** A small made-up community for trying things out. Names are pseudonyms of nobody. */
export const circles: readonly DemoCircle[] = [
  {
    name: 'Thursday circle',
    topic: 'chronic_illness',
    language: 'en',
    entry: 'open',
    description:
      'For people whose body keeps its own calendar. Come as you are: lying down, camera off, late. We talk about what helped, even a little.',
    guidelines: GUIDELINES,
    facilitators: ['Tove'],
    members: ['Wren', 'Marlow', 'June B.', 'Fern', 'Ode', 'Ilse', 'Kit'],
    meetups: [
      {
        title: 'By the fire',
        description: 'An open floor, with one question to begin with: what helped this week?',
        inMinutes: -10,
        minutes: 75,
        seats: 10,
      },
      {
        title: 'Slow morning',
        description: 'Short and quiet. Bring something warm to drink.',
        inMinutes: 2 * DAY,
        minutes: 45,
        seats: 8,
      },
    ],
  },
  {
    name: 'The empty chair',
    topic: 'grief',
    language: 'en',
    entry: 'ask',
    description:
      'For the months and years after a death, when others have stopped asking. Tove or Brann reads every request and answers within a day or two.',
    guidelines: GUIDELINES,
    facilitators: ['Brann', 'Tove A.'],
    members: ['Marisol', 'Odd', 'Petra K.', 'Wick'],
    meetups: [
      {
        title: 'Evening by the hearth',
        description: 'Bring a small thing that was theirs, if you like.',
        inMinutes: DAY + 3 * HOUR,
        minutes: 60,
        seats: 8,
      },
    ],
  },
  {
    name: 'Quienes cuidan',
    topic: 'caring',
    language: 'es',
    entry: 'open',
    description:
      'Para quienes cuidan de alguien cada día. Una hora a la semana en la que nadie te pide nada.',
    guidelines: `Habla por ti, desde tu experiencia.
Lo que se dice aquí se queda aquí. Los nombres también.
El silencio es bienvenido: puedes pasar cuando quieras, sin dar razones.
No damos consejos si nadie los pide, y nunca consejos médicos.
Esto es apoyo entre iguales: ni terapia ni servicio de crisis. El botón de Ayuda tiene los números que sí lo son.`,
    facilitators: ['Nieves'],
    members: ['Alma', 'Tomás R.', 'Luz'],
    meetups: [
      {
        title: 'Una hora para ti',
        description: 'Hoy: ¿quién cuida de quien cuida?',
        inMinutes: 3 * DAY - 2 * HOUR,
        minutes: 60,
        seats: 10,
      },
    ],
  },
  {
    name: 'Small steps',
    topic: 'anxiety',
    language: 'en',
    entry: 'invitation',
    description: 'A closed circle that has met since spring.',
    guidelines: GUIDELINES,
    facilitators: ['Brann S.'],
    members: ['Pia', 'Rook', 'Sunday'],
    meetups: [{ title: 'One small step', description: '', inMinutes: 4 * DAY, minutes: 60, seats: 6 }],
  },
]

/** Whose sign-in links are printed: persona and circle. */
export const doors = [
  { label: 'Facilitator and steward', persona: 'Tove' },
  { label: 'Member', persona: 'Wren' },
  { label: 'Another member', persona: 'Marlow' },
] as const
