import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'

/** What the circle in the headset says of its own; worked out outside the canvas, where the language is. */
export function useCircleWords() {
  const { t } = useLingui()
  return useMemo(
    () => ({
      mute: t`Mute me`,
      unmute: t`Unmute me`,
      stepOut: t`Step out for a while`,
      keepHolding: t`Keep holding to step out`,
      back: t`Back to the circle`,
      toCentre: t`Bring voices to the middle`,
      fromSeats: t`Voices from their seats`,
      leave: t`Take the headset off`,
      scene: t`The circle opens a scene`,
      sceneMore: t`Its note is on the page. Take the headset off to read it; you can come back in there.`,
      around: t`The circle as you will see it`,
    }),
    [t],
  )
}
export type CircleWords = ReturnType<typeof useCircleWords>
