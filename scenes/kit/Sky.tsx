import { useMemo } from 'react'
import { Color, ShaderMaterial, SphereGeometry } from 'three'
import { useMoment, useOwn } from './hooks.ts'
import type { Moment } from './types.ts'

export type SkyColours = { readonly top: Color; readonly low: Color; readonly ground: Color }

/** An evening, as it is outside a window. */
export const evening = (): SkyColours => ({
  top: new Color('#2c4468'),
  low: new Color('#e8976a'),
  ground: new Color('#2a2622'),
})

const make = (colours: SkyColours) =>
  new ShaderMaterial({
    uniforms: { top: { value: colours.top }, low: { value: colours.low }, ground: { value: colours.ground } },
    vertexShader: `
      varying float height;
      void main() {
        height = normalize(position).y;
        gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
      }`,
    fragmentShader: `
      uniform vec3 top; uniform vec3 low; uniform vec3 ground;
      varying float height;
      void main() {
        vec3 sky = mix(low, top, smoothstep(0.0, 0.55, height));
        gl_FragColor = vec4(mix(ground, sky, smoothstep(-0.06, 0.02, height)), 1.0);
        #include <tonemapping_fragment>
        #include <colorspace_fragment>
      }`,
    side: 1,
    depthWrite: false,
  })

type Props = {
  moment: { readonly current: Moment }
  colours?: SkyColours
  /** changes the colours with the moment; they are the ones given */
  update?: (moment: Moment, colours: SkyColours) => void
}

const nothing = () => {}

/** The sky around everything, seen through windows: it goes from one colour to the other and down to the ground. */
export function Sky({ moment, colours: given, update = nothing }: Props) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once, and the material's own from then on
  const colours = useMemo(() => given ?? evening(), [])
  const material = useOwn(() => make(colours))
  const dome = useOwn(() => new SphereGeometry(40, 24, 16))
  useMoment(moment, (now) => update(now, colours))
  return <mesh geometry={dome} material={material} renderOrder={-1} />
}
