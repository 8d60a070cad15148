import { hairs, skins } from '../kit/colours.ts'
import type { Person } from '../kit/people/figure.ts'
import type { Place } from '../kit/types.ts'

/** The middle of the table on the floor, and how far from it the chairs are. Metres. */
export const TABLE: Place = [0, 0, -1.45]
export const CHAIR_AWAY = 1.45
export const TABLE_TOP = 0.74
export const TABLE_RADIUS = 1.12

export const GUESTS = ['nico', 'greta', 'bruno', 'vera', 'otto', 'sami', 'lina'] as const
export type Guest = (typeof GUESTS)[number]

export type Seat = {
  readonly id: Guest
  readonly at: Place
  /** radians about y, towards the middle of the table */
  readonly facing: number
  readonly looks: Person
  /** whom they talk with when everybody talks */
  readonly partner: Guest
}

const PEOPLE: Readonly<Record<Guest, { looks: Person; partner: Guest }>> = {
  nico: {
    partner: 'greta',
    looks: {
      skin: skins[2],
      hair: 'curls',
      hairColour: hairs.brown,
      top: '#c9974a',
      trim: '#e6d6bd',
      size: 0.8,
      broad: 0.92,
    },
  },
  greta: {
    partner: 'bruno',
    looks: {
      skin: skins[0],
      hair: 'bob',
      hairColour: hairs.grey,
      top: '#6b5a7a',
      trim: '#d8c7b2',
      glasses: true,
    },
  },
  bruno: {
    partner: 'greta',
    looks: {
      skin: skins[1],
      hair: 'thin',
      hairColour: hairs.grey,
      top: '#55687c',
      trim: '#e8ddca',
      broad: 1.14,
      beard: true,
    },
  },
  vera: {
    partner: 'otto',
    looks: {
      skin: skins[1],
      hair: 'bun',
      hairColour: hairs.white,
      top: '#4f7a58',
      trim: '#7fa083',
      earring: '#d3a658',
    },
  },
  otto: {
    partner: 'bruno',
    looks: {
      skin: skins[1],
      hair: 'short',
      hairColour: hairs.ginger,
      top: '#a4553f',
      trim: '#efe2cd',
      broad: 1.08,
      moustache: true,
    },
  },
  sami: {
    partner: 'otto',
    looks: {
      skin: skins[4],
      hair: 'short',
      hairColour: hairs.black,
      top: '#d9c8a8',
      trim: '#b9a27e',
      glasses: true,
    },
  },
  lina: {
    partner: 'sami',
    looks: {
      skin: skins[2],
      hair: 'long',
      hairColour: hairs.chestnut,
      top: '#9a5f66',
      trim: '#c79a91',
      earring: '#e3c07a',
    },
  },
}

/** The seven others, clockwise from the left of the one whose place one has. */
export const SEATS: readonly Seat[] = GUESTS.map((id, index) => {
  const angle = (index + 1) * (Math.PI / 4)
  const [x, z] = [-Math.sin(angle) * CHAIR_AWAY, Math.cos(angle) * CHAIR_AWAY]
  return { id, at: [x, 0, TABLE[2] + z], facing: Math.atan2(-x, -z), ...PEOPLE[id] }
})

export const indexOf = (id: string | null): number => (GUESTS as readonly (string | null)[]).indexOf(id)
