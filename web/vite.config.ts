import { fileURLToPath } from 'node:url'
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { blurFiles } from './blurFiles.ts'
import { checkedScenes } from './checkedScenes.ts'
import { emptyEmulator } from './emptyEmulator.ts'
import { offlineFiles } from './offlineFiles.ts'
import { translateInBrowser } from './translateInBrowser.ts'

const target = `http://localhost:${process.env.PORT ?? 8080}`
// the server takes requests that change something from its own address only
const running = { target, headers: { origin: target } }

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    lingui({ macroTransform: true, failOnMissing: true }),
    react(),
    blurFiles(),
    emptyEmulator(),
    checkedScenes(),
    offlineFiles(),
    // for workers without a build, which have none of their own
    translateInBrowser(),
  ],
  assetsInclude: ['**/*.onnx'],
  worker: { format: 'es', plugins: () => [translateInBrowser()] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    // an inline script or data: module would break the content security policy
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  server: { proxy: { '/api': running, '/models': running, '/livekit': { ...running, ws: true } } },
})
