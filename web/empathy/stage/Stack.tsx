import type { DwellTargets } from './dwell.ts'
import { PressButton } from './PressButton.tsx'
import { REACH, REACH_TARGET } from './reach.ts'

const GAP = 0.012

type Props = {
  top: number
  width: number
  contrast: boolean
  dwell: DwellTargets
  buttons: readonly { name: string; label: string; hint?: string; main?: boolean; onPress: () => void }[]
}

/** Buttons one below the other, from `top` (metres) down, each as far from the eyes and turned to them. */
export const Stack = ({ top, width, contrast, dwell, buttons }: Props) =>
  buttons.map((button, index) => (
    <PressButton
      key={button.name}
      {...button}
      width={width}
      angle={(top - REACH_TARGET / 2 - index * (REACH_TARGET + GAP)) / REACH}
      contrast={contrast}
      dwell={dwell}
    />
  ))
