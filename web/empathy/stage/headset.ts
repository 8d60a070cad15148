/** Whether this browser says that a headset may be entered. Loads nothing, so that a page can ask before it offers it. */
export const canEnterHeadset = async (): Promise<boolean> => {
  try {
    return (await navigator.xr?.isSessionSupported('immersive-vr')) ?? false
  } catch {
    // a page that may not ask, inside another one for instance
    return false
  }
}

/** Whether this browser can draw scenes at all: WebGL 2. */
export function canDraw(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2')
    context?.getExtension('WEBGL_lose_context')?.loseContext()
    return context !== null
  } catch {
    return false
  }
}
