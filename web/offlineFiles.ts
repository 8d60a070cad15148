import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, type Rolldown, transformWithOxc } from 'vite'

const worker = fileURLToPath(new URL('serviceWorker.ts', import.meta.url))

/** Makes `sw.js` with the list of what it keeps: read from the build, so that it is never another build's. */
export const offlineFiles = (): Plugin => {
  let publicDir = ''
  return {
    name: 'offline-files',
    apply: 'build',
    // when the page is made
    enforce: 'post',
    configResolved: (config) => {
      publicDir = config.publicDir
    },
    async generateBundle(_options, bundle) {
      const kept = new Map<string, string | Uint8Array>()
      // folders there are of what is only wanted with a connection
      for (const entry of readdirSync(publicDir, { withFileTypes: true }))
        if (entry.isFile()) kept.set(`/${entry.name}`, readFileSync(join(publicDir, entry.name)))
      for (const file of firstLoad(Object.values(bundle)))
        kept.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source)
      const hash = createHash('sha256')
      for (const [path, content] of kept) hash.update(`\0${path}\0`).update(content)
      const list = { cache: hash.digest('hex').slice(0, 16), files: [...kept.keys()] }
      const { code } = await transformWithOxc(readFileSync(worker, 'utf8'), worker)
      const source = `const KEPT = ${JSON.stringify(list)}\n${code}`
      this.emitFile({ type: 'asset', fileName: 'sw.js', source })
    },
  }
}

type File = Rolldown.OutputBundle[string]

/** The page, the scripts it loads by itself and the texts in each language, with their styles and fonts. */
function firstLoad(files: readonly File[]): File[] {
  const chunks = files.filter((file) => file.type === 'chunk')
  const found = new Set(
    chunks.filter((chunk) => chunk.isEntry || /locales[\\/]\w+\.po$/.test(chunk.facadeModuleId ?? '')),
  )
  for (const { imports } of found)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk)
  const styles = new Set([...found].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))
  // .woff is for browsers that have no service workers either
  const kept = (name: string) => name === 'index.html' || name.endsWith('.woff2') || styles.has(name)
  return [...found, ...files.filter((file) => kept(file.fileName))]
}
