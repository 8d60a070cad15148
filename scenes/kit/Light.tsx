import { useThree } from '@react-three/fiber'
import { useLayoutEffect, useRef } from 'react'
import { AgXToneMapping, type HemisphereLight, type PointLight } from 'three'
import { useMoment } from './hooks.ts'
import type { Moment, Place } from './types.ts'

export type Lamp = {
  readonly at: Place
  readonly colour: string
  /** candela */
  readonly power: number
  /** metres at which it ends */
  readonly reach: number
}

export type Lights = { readonly sky: HemisphereLight; readonly lamps: readonly PointLight[] }

type Props = {
  moment: { readonly current: Moment }
  /** light from above and from below, and how much of it */
  sky: { readonly above: string; readonly below: string; readonly power: number }
  /** at most three: each costs every surface something */
  lamps: readonly Lamp[]
  /** changes them with the moment */
  update?: (moment: Moment, lights: Lights) => void
}

const nothing = () => {}

/**
 * A room's light: the room itself, and a few warm lamps. No shadow maps: shadows are baked into the shapes. Tones are
 * mapped so that colours stay the ones chosen (Khronos' neutral curve), as long as it is there.
 */
export function Light({ moment, sky, lamps, update = nothing }: Props) {
  const gl = useThree((state) => state.gl)
  useLayoutEffect(() => {
    const before = gl.toneMapping
    gl.toneMapping = AgXToneMapping
    return () => {
      gl.toneMapping = before
    }
  }, [gl])
  const lights = useRef<{ sky?: HemisphereLight; lamps: PointLight[] }>({ lamps: [] })
  useMoment(moment, (now) => {
    const { sky: above } = lights.current
    if (above) update(now, lights.current as Lights)
  })
  return (
    <>
      <hemisphereLight
        ref={(light) => {
          lights.current.sky = light ?? undefined
        }}
        args={[sky.above, sky.below, sky.power]}
      />
      {lamps.map(({ at, colour, power, reach }, index) => (
        <pointLight
          // biome-ignore lint/suspicious/noArrayIndexKey: lamps do not change places
          key={index}
          ref={(light) => {
            if (light) lights.current.lamps[index] = light
          }}
          position={at}
          args={[colour, power, reach, 1.6]}
        />
      ))}
    </>
  )
}
