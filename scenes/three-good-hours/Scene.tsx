import { Color } from 'three'
import { drift } from '../kit/curves.ts'
import { Light, type Lights } from '../kit/Light.tsx'
import { Sky, type SkyColours } from '../kit/Sky.tsx'
import type { Moment, SceneProps } from '../kit/types.ts'
import { emptyLook, lookAt, roomLight, spentLight, veilAt } from './day.ts'
import { Flat } from './Flat.tsx'
import { LAMP as DESK } from './flat.ts'
import { Hosts } from './Hosts.tsx'
import { Kitchen } from './Kitchen.tsx'
import { LAMP } from './maya.ts'
import { Stones } from './Stones.tsx'
import { inKitchen, visitAt } from './where.ts'

const now = emptyLook()
const noon = { top: new Color('#6fa6d8'), low: new Color('#f2efe2') }
const bright = { above: new Color('#fff8ec'), below: new Color('#cbb9a4'), lamp: new Color('#fff7e6') }
const soft = { above: new Color('#fbe9cf'), below: new Color('#b89a80'), lamp: new Color('#ffc783') }
const daylight = new Color('#dfe9f2')
const lampLight = new Color('#ffc27a')
const bathLight = new Color('#ffe6c4')

function changeSky(moment: Moment, { top, low, ground }: SkyColours) {
  const veil = veilAt(moment)
  if (inKitchen(moment.beat.id, moment.made)) {
    top.copy(noon.top).multiplyScalar(veil)
    low.copy(noon.low).multiplyScalar(veil)
  } else {
    lookAt(moment, now)
    top.copy(now.top).multiplyScalar(veil)
    low.copy(now.low).multiplyScalar(veil)
  }
  ground.copy(low).multiplyScalar(0.55)
}

/** Lamps: at home the sun over the balcony, the desk's, the bath's; at Maya's the one over the table and the window. */
function changeLight(moment: Moment, { sky, lamps }: Lights) {
  const first = lamps[0]
  const second = lamps[1]
  const third = lamps[2]
  if (!first || !second || !third) return
  const veil = veilAt(moment)
  const { intensity } = moment
  if (inKitchen(moment.beat.id, moment.made)) {
    const full = visitAt(moment.beat.id, moment.made) === 'none'
    const looks = full ? bright : soft
    sky.color.copy(looks.above)
    sky.groundColor.copy(looks.below)
    sky.intensity = roomLight(moment, now)
    first.position.set(LAMP[0], LAMP[1] - 0.1, LAMP[2])
    first.color.copy(looks.lamp)
    first.intensity = (full ? 2.0 + 0.7 * intensity : 2.2) * veil * spentLight(moment)
    second.position.set(-1.0, 1.7, -2.9)
    second.color.copy(daylight)
    second.intensity = (full ? 2.2 : 2.6) * veil
    third.position.set(1.9, 2.2, -0.4)
    third.color.copy(looks.above)
    third.intensity = (full ? 1.2 : 0.6) * veil
    return
  }
  lookAt(moment, now)
  const t = moment.still ? 0 : moment.t
  sky.color.copy(now.above)
  sky.groundColor.copy(now.below)
  sky.intensity = roomLight(moment, now)
  first.position.set(-0.5 + 0.2 * drift(t * 0.3, 1), 2.3, -2.5)
  first.color.copy(now.sunColour)
  first.intensity = now.sun * (1 - 0.72 * now.drawn) * veil
  second.position.set(DESK[0] - 0.12, DESK[1] + 0.34, DESK[2] + 0.16)
  second.color.copy(lampLight)
  second.intensity = 1.7 * now.desk * veil
  third.position.set(-2.45, 2.0, -2.6)
  third.color.copy(bathLight)
  third.intensity = 1.5 * now.bath * veil
}

/** Aiko's two days: her flat, Maya's kitchen, and nine stones. */
export function Scene({ moment, beat, made, contrast }: SceneProps) {
  const visit = visitAt(beat, made)
  const company = beat === 'lunch' || beat === 'stay-for-cake' || beat === 'lunch-again'
  return (
    <>
      <Light
        moment={moment}
        sky={{ above: '#fff1dd', below: '#b48d6c', power: 1.3 }}
        lamps={[
          { at: [-0.5, 2.3, -2.5], colour: '#ffd39a', power: 4, reach: 8 },
          { at: [1.8, 1.1, -1.3], colour: '#ffc27a', power: 1, reach: 4 },
          { at: [-2.4, 2, -2.6], colour: '#ffe6c4', power: 1, reach: 4 },
        ]}
        update={changeLight}
      />
      <Sky moment={moment} update={changeSky} />
      <Flat moment={moment} contrast={contrast} visit={visit} />
      <Kitchen moment={moment} beat={beat} visit={visit} contrast={contrast} />
      {company && (
        <Hosts moment={moment} visit={visit} carries={beat === 'stay-for-cake'} contrast={contrast} />
      )}
      <Stones moment={moment} contrast={contrast} />
    </>
  )
}
