import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'

/** What the headset says of its own; worked out outside the canvas, where the language is. */
export function useStageWords() {
  const { t } = useLingui()
  return useMemo(
    () => ({
      stepOut: t`Step out`,
      keepHolding: t`Keep holding to step out`,
      paused: t`It waits for you`,
      pausedMore: t`Nothing goes on until you say so.`,
      goOn: t`Go on`,
      pausedForAll: t`The facilitator has paused it for all.`,
      pausedForAllMore: t`It goes on for everybody together. You can step out at any time.`,
      calm: t`You are out. It is quiet here.`,
      calmMore: t`Nothing goes on without you, and nobody asks why.`,
      calmTogether: t`The others go on. Come back when you like; nobody asks why.`,
      breatheIn: t`Breathe in, slowly`,
      breatheOut: t`And out, longer than in`,
      grounding: t`Here, in your own room`,
      groundingMore: [
        t`Feel what carries you: the chair, or the floor.`,
        t`Press your feet down. Open and close your hands.`,
        t`Find three sounds of the room you are really in.`,
        t`It is today, you are here, and the scene is over there.`,
      ],
      back: t`Back to where I was`,
      leave: t`Leave the headset`,
      over: t`That was the scene`,
      overMore: t`What comes next is on the page. Take your time with the headset.`,
      before: t`Welcome. You sit here, and look around with your head.`,
      beforeMore: t`The rest is on the page. Here you may practise stepping out once.`,
      around: t`The scene. Look around by dragging, or with the arrow keys.`,
    }),
    [t],
  )
}
export type StageWords = ReturnType<typeof useStageWords>
