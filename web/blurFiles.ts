import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { withMetadata } from './blurModel.ts'

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../node_modules/@mediapipe/${path}`, import.meta.url)))

const files: Record<string, () => Uint8Array> = {
  'blur/vision_wasm_internal.js': () => read('tasks-vision/wasm/vision_wasm_internal.js'),
  'blur/vision_wasm_internal.wasm': () => read('tasks-vision/wasm/vision_wasm_internal.wasm'),
  'blur/selfie_segmentation.tflite': () =>
    withMetadata(read('selfie_segmentation/selfie_segmentation.tflite')),
}
const types: Record<string, string> = { js: 'text/javascript', wasm: 'application/wasm' }

/** Serves what background blur needs from our own host: the model that finds the person, and the program that runs it. */
export const blurFiles = (): Plugin => ({
  name: 'blur-files',
  generateBundle() {
    for (const [fileName, make] of Object.entries(files))
      this.emitFile({ type: 'asset', fileName, source: make() })
  },
  configureServer(server) {
    server.middlewares.use((req, res, next) => {
      const name = (req.url ?? '').slice(1)
      const make = files[name]
      if (!make) return next()
      res.setHeader('content-type', types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
      res.end(make())
    })
  },
})
