import type { Plugin } from 'vite'

/** How the package takes its program from a disk, at its end. */
const FROM_DISK = /const wasmPath = [\s\S]*$/

/**
 * `fxtranslate` is made for Node, where it reads its program when it is imported. Here it is a module that is given that,
 * before anything else, by whoever has fetched it.
 */
export const translateInBrowser = (): Plugin => ({
  name: 'translate-in-browser',
  enforce: 'pre',
  transform(code, id) {
    if (!/[\\/]fxtranslate[\\/]wasm[\\/]fxtranslate_wasm\.js(\?|$)/.test(id)) return undefined
    if (!FROM_DISK.test(code)) throw new Error('fxtranslate is not as it was: see web/translateInBrowser.ts')
    const begin = `let wasm
export const begin = (program) => {
  wasm = new WebAssembly.Instance(new WebAssembly.Module(program), __wbg_get_imports()).exports
  wasm.__wbindgen_start()
}
export { Translator }
`
    return { code: `const exports = {}\n${code.replace(FROM_DISK, begin)}`, map: null }
  },
})
