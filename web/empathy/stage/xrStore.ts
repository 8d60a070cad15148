import { createXRStore, type XRStore } from '@react-three/xr'
import { HandController } from './HandController.tsx'
import { BareHand } from './Hands.tsx'
import { cursor, PINCH, UNHURRIED } from './pointers.ts'

/** Steady before fast: 72 frames a second are held by every headset, 90 where there is nothing slower. */
export function rateOf(rates: ArrayLike<number>): number | false {
  const all = Array.from(rates)
  return [72, 90].find((rate) => all.includes(rate)) ?? false
}

/** The one XR store: no emulator, nothing from other hosts, no feature that is not used, and never without being asked. */
export const createHeadset = (): XRStore =>
  createXRStore({
    emulate: false,
    offerSession: false,
    enterGrantedSession: false,
    // our own small profile, which every controller gets
    baseAssetPath: new URL('/xr-profiles/', location.origin).href,
    frameRate: rateOf,
    foveation: 0.5,
    controller: HandController,
    hand: BareHand,
    gaze: { clickThresholdMs: UNHURRIED, cursorModel: cursor },
    transientPointer: { clickThresholdMs: PINCH, cursorModel: cursor },
    anchors: false,
    meshDetection: false,
    planeDetection: false,
    hitTest: false,
    layers: false,
    bodyTracking: false,
    depthSensing: false,
    domOverlay: false,
  })
