import {
  AdditiveBlending,
  BackSide,
  type ColorRepresentation,
  DoubleSide,
  MeshBasicMaterial,
  MeshLambertMaterial,
} from 'three'

/** Nearly everything is made of this: matt, in the colours of its vertices. Shared; never change it. */
export const solid = new MeshLambertMaterial({ vertexColors: true })

/**
 * The same for instanced meshes: one material on both kinds would be compiled for the other kind anew in every frame. In
 * one scene either all that are made of it have colours of their own, or none. Shared; never change it.
 */
export const many = solid.clone()

/** Cloth and leaves, which are seen from both sides. Shared; never change it. */
export const thin = new MeshLambertMaterial({ vertexColors: true, side: DoubleSide })

/** What shines by itself (a flame, a bulb, a screen), as bright as its colour. A scene's own, to be driven by the moment. */
export const glowing = (colour: ColorRepresentation = 'white'): MeshBasicMaterial =>
  new MeshBasicMaterial({ vertexColors: true, color: colour, fog: false, toneMapped: false })

/** Light in the air, added to what is behind it (`through`: and to what is before it): black is nothing. A scene's own, to be driven by the moment. */
export const haze = (colour: ColorRepresentation = 'white', through = false): MeshBasicMaterial =>
  new MeshBasicMaterial({
    depthTest: !through,
    vertexColors: true,
    color: colour,
    blending: AdditiveBlending,
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    // light that is added needs no order: three would draw each side by itself, and look for its program anew each time
    forceSinglePass: true,
    fog: false,
    toneMapped: false,
  })

function lining(): MeshBasicMaterial {
  const material = new MeshBasicMaterial({ color: '#120c08', side: BackSide, fog: false })
  material.onBeforeCompile = (shader) => {
    shader.vertexShader = shader.vertexShader.replace(
      '#include <begin_vertex>',
      'vec3 transformed = position + normalize(normal) * 0.006;',
    )
  }
  return material
}

/** Dark lines around things, for who wants strong outlines: the same shape from behind, pushed out along its normals. Shared; never change it. */
export const outline = lining()

/** The same for instanced meshes. */
export const outlines = lining()

/** Soft shadows as stains that lie a few millimetres above what they fall on. Shared; never change it. */
export const staining = new MeshBasicMaterial({ vertexColors: true, transparent: true, depthWrite: false })
