import { PlaneGeometry, ShaderMaterial } from 'three'
import { useMoment, useOwn } from '../kit/hooks.ts'
import type { Moment } from '../kit/types.ts'
import { rain } from './evening.ts'
import { PANE, PANE_SIZE } from './places.ts'

const make = () =>
  new ShaderMaterial({
    uniforms: { t: { value: 0 }, much: { value: 1 } },
    vertexShader: `
      varying vec2 pane;
      void main() { pane = uv; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }`,
    fragmentShader: `
      uniform float t; uniform float much;
      varying vec2 pane;
      float chance(float n) { return fract(sin(n * 91.7) * 4375.5); }
      void main() {
        float light = 0.0;
        for (int layer = 0; layer < 2; layer++) {
          float columns = layer == 0 ? 26.0 : 41.0;
          float column = floor(pane.x * columns) + float(layer) * 100.0;
          float own = chance(column);
          float wander = 0.22 * sin(pane.y * (9.0 + own * 8.0) + own * 30.0);
          float across = abs(fract(pane.x * columns) - 0.5 + wander) * 2.0;
          float down = fract(pane.y * (0.8 + own * 0.7) + t * (0.05 + 0.09 * own) + chance(column + 7.0));
          float drop = smoothstep(0.5, 0.0, across) * smoothstep(0.0, 0.04, down) * smoothstep(0.34 + own * 0.3, 0.03, down);
          light += drop * (0.4 + 0.6 * own);
        }
        gl_FragColor = vec4(0.80, 0.86, 0.93, light * 0.42 * much + 0.05);
        #include <tonemapping_fragment>
        #include <colorspace_fragment>
      }`,
    transparent: true,
    depthWrite: false,
  })

/** Rain that runs down the window. */
export function Rain({ moment }: { moment: { readonly current: Moment } }) {
  const material = useOwn(make)
  const pane = useOwn(() => new PlaneGeometry(...PANE_SIZE))
  useMoment(moment, (now) => {
    const { t, much } = material.uniforms
    if (t) t.value = now.still ? 3 : now.t
    if (much) much.value = rain(now)
  })
  return (
    <mesh
      geometry={pane}
      material={material}
      position={[PANE[0], PANE[1] + PANE_SIZE[1] / 2, PANE[2]]}
      rotation={[0, Math.PI / 2, 0]}
    />
  )
}
