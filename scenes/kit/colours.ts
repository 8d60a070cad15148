/** The house's colours in a room with a lamp on: paper, wood, ember, sage, dusk, plum, each with what lies beside it. */
export const colours = {
  paper: '#f4e9d8',
  linen: '#e6d6bd',
  plaster: '#cfae8c',
  plasterDim: '#a98465',
  cream: '#fff3df',
  wood: '#8a5a38',
  woodDark: '#5b3823',
  woodLight: '#b98656',
  floor: '#7a4e31',
  ember: '#c65a2a',
  emberGlow: '#ffb36b',
  flame: '#ffd9a0',
  sage: '#6f8f74',
  sageDark: '#3f6450',
  dusk: '#4a6584',
  duskDeep: '#24344a',
  plum: '#7c4d70',
  rose: '#c98a80',
  ochre: '#cf9a48',
  brick: '#9a4a38',
  slate: '#55606a',
  ink: '#2e2723',
  steel: '#9aa0a2',
  leaf: '#5f7f4a',
  night: '#1b2533',
} as const

/** Skin and hair in a range in which everybody finds somebody. */
export const skins = ['#f0c7a2', '#dca780', '#c68a5f', '#9c6542', '#74482f', '#54331f'] as const
export const hairs = {
  black: '#2a211d',
  brown: '#54362a',
  chestnut: '#7a4a2e',
  grey: '#a8a29b',
  white: '#e2dcd2',
  ginger: '#a85c30',
} as const
