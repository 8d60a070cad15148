import { AdditiveBlending, Color, ShaderMaterial, Vector3 } from 'three'
import { useMoment, useOwn } from '../kit/hooks.ts'
import { disc } from '../kit/shapes/solid.ts'
import type { Moment } from '../kit/types.ts'
import { attention, chatter, speaking, type Talk } from './evening.ts'
import { GUESTS, SEATS, TABLE, TABLE_RADIUS, TABLE_TOP } from './guests.ts'

/**
 * Talk as rings on the tablecloth, as on water: they go out from whoever speaks. One voice is a calm pattern that reaches
 * the viewer's place; many at once cross and drown each other before they get there.
 */

const COUNT = GUESTS.length
const said = Array<number>(COUNT).fill(0)
const aside = Array<number>(COUNT).fill(0)

const make = () =>
  new ShaderMaterial({
    uniforms: {
      t: { value: 0 },
      from: {
        value: SEATS.map(
          ({ at: [x, , z] }) =>
            new Vector3(TABLE[0] + (x - TABLE[0]) * 0.7, 0, TABLE[2] + (z - TABLE[2]) * 0.7),
        ),
      },
      loud: { value: Array<number>(COUNT).fill(0) },
      carry: { value: 1 },
      tint: { value: new Color('#ffb35c') },
    },
    vertexShader: `
      varying vec3 place;
      void main() {
        vec4 world = modelMatrix * vec4(position, 1.0);
        place = world.xyz;
        gl_Position = projectionMatrix * viewMatrix * world;
      }`,
    fragmentShader: `
      uniform float t; uniform vec3 from[${COUNT}]; uniform float loud[${COUNT}]; uniform float carry; uniform vec3 tint;
      varying vec3 place;
      void main() {
        float light = 0.0;
        for (int i = 0; i < ${COUNT}; i++) {
          float away = distance(place.xz, from[i].xz);
          float wave = 0.5 + 0.5 * cos(away * 34.0 - t * 3.2 - float(i) * 1.3);
          light += loud[i] * wave * wave * wave * exp(-away * mix(3.4, 1.05, carry)) ;
        }
        float rim = 1.0 - smoothstep(${(TABLE_RADIUS * 0.9).toFixed(3)}, ${TABLE_RADIUS.toFixed(3)}, length(place.xz - vec2(${TABLE[0].toFixed(3)}, ${TABLE[2].toFixed(3)})));
        gl_FragColor = vec4(tint * light * rim * 0.26, 1.0);
        #include <colorspace_fragment>
      }`,
    transparent: true,
    depthWrite: false,
    blending: AdditiveBlending,
  })

export function Ripples({ moment, talk }: { moment: { readonly current: Moment }; talk: Talk }) {
  const material = useOwn(make)
  const cloth = useOwn(() => disc(TABLE_RADIUS, '#ffffff', { around: 48 }))
  useMoment(moment, (now) => {
    const { t, loud, carry } = material.uniforms
    if (!t || !loud || !carry) return
    speaking(talk, now, said)
    chatter(now, aside)
    t.value = now.still ? 0 : now.t
    carry.value = Math.min(1, attention(now))
    for (let i = 0; i < COUNT; i++) loud.value[i] = Math.max(said[i] ?? 0, (aside[i] ?? 0) * 0.8)
  })
  return (
    <mesh
      geometry={cloth}
      material={material}
      position={[TABLE[0], TABLE_TOP + 0.0025, TABLE[2]]}
      renderOrder={2}
    />
  )
}
