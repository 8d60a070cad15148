/** The evening theme of ui/tokens.css, which a canvas cannot read; every pair of text and ground is 4.5:1 at least. */
export type Palette = {
  ground: string
  raised: string
  line: string
  ink: string
  soft: string
  press: string
  onPress: string
}

const evening: Palette = {
  ground: '#1b1714f0',
  raised: '#3a312a',
  line: '#93826f',
  ink: '#f8f1e7',
  soft: '#d3c7b9',
  press: '#f0a36b',
  onPress: '#2a1408',
}

const strong: Palette = {
  ground: '#000000',
  raised: '#000000',
  line: '#ffffff',
  ink: '#ffffff',
  soft: '#ffffff',
  press: '#ffd83d',
  onPress: '#000000',
}

export const paletteOf = (contrast: boolean): Palette => (contrast ? strong : evening)

/** A speaker's mark: told apart by shape as well as by colour. */
export const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'bar', 'ring'] as const
export type Shape = (typeof SHAPES)[number]
const COLOURS = ['#f0a36b', '#9fc6ac', '#b4b9ee', '#efc36a', '#d9aecb', '#a6d5e2'] as const

export type Mark = { colour: string; shape: Shape }

/** The mark of the nth speaker of a scene: shapes move on against colours, so that no two of 36 look alike. */
export const markOf = (index: number): Mark => ({
  colour: COLOURS[index % COLOURS.length] ?? COLOURS[0],
  shape: SHAPES[(index + Math.floor(index / COLOURS.length)) % SHAPES.length] ?? SHAPES[0],
})
