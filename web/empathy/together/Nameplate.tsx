import { useEffect, useMemo } from 'react'
import { CanvasTexture, LinearMipmapLinearFilter, SRGBColorSpace } from 'three'

const PIXELS = 64
const FONT = `600 ${PIXELS * 0.55}px "Atkinson Hyperlegible Next", system-ui, sans-serif`

/** A name as a picture: names come in every script, and no font in the headset has them all. */
function drawName(text: string, lit: boolean): { texture: CanvasTexture; ratio: number } {
  const canvas = document.createElement('canvas')
  const paint = canvas.getContext('2d')
  if (paint) paint.font = FONT
  const width = Math.min((paint?.measureText(text).width ?? PIXELS) + PIXELS * 0.8, 720)
  canvas.width = width
  canvas.height = PIXELS
  if (paint) {
    paint.font = FONT
    paint.fillStyle = lit ? '#f0a36b' : '#26211e'
    paint.beginPath()
    paint.roundRect(0, 0, width, PIXELS, PIXELS / 2)
    paint.fill()
    paint.fillStyle = lit ? '#2a1408' : '#f4ece1'
    paint.textBaseline = 'middle'
    paint.textAlign = 'center'
    paint.fillText(text, width / 2, PIXELS / 2 + 2, width - PIXELS * 0.6)
  }
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.minFilter = LinearMipmapLinearFilter
  texture.anisotropy = 4
  return { texture, ratio: width / PIXELS }
}

type Props = {
  text: string
  /** metres; less when the name would be wider than `widest` */
  height: number
  widest?: number
  position: [x: number, y: number, z: number]
  /** whoever speaks has a plate in the hearth's colour */
  lit?: boolean
}

/** Somebody's name on a plate that faces −z turned round: put it in a group that looks at its reader. */
export function Nameplate({ text, height, widest = Number.POSITIVE_INFINITY, position, lit = false }: Props) {
  const { texture, ratio } = useMemo(() => drawName(text, lit), [text, lit])
  useEffect(() => () => texture.dispose(), [texture])
  const tall = Math.min(height, widest / ratio)
  return (
    <mesh name={`name ${text}`} position={position}>
      <planeGeometry args={[tall * ratio, tall]} />
      <meshBasicMaterial map={texture} transparent toneMapped={false} />
    </mesh>
  )
}
