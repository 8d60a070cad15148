import type { Plugin } from 'vite'

/**
 * `@pmndrs/xr` brings an emulated headset with panels and rooms of its own, megabytes that nobody here may be offered:
 * the file that starts it is empty. Tests put their emulated headset in from outside.
 */
export const emptyEmulator = (): Plugin => ({
  name: 'empty-emulator',
  enforce: 'pre',
  load: (id) =>
    /[\\/]@pmndrs[\\/]xr[\\/]dist[\\/]emulate\.js/.test(id)
      ? 'export const emulate = () => undefined'
      : undefined,
})
