import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

type Import = { from: string; to: string; typeOnly: boolean }

/** `import`, `export … from` and `import(…)` of one source text; comments do not count. */
function importsIn(text: string): { to: string; typeOnly: boolean }[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const statements =
    /^\s*(?:import|export)\s+(type\s+)?(?:(\{[^}]*\}|\*(?:\s+as\s+\w+)?|\w+(?:\s*,\s*\{[^}]*\})?)\s+from\s+)?['"]([^'"]+)['"]/gm
  const found = [...code.matchAll(statements)].map(([, type, names = '', to = '']) => {
    const inner = /^\{([^}]*)\}$/.exec(names)?.[1]
    const each = inner?.split(',').filter((n) => n.trim() !== '') ?? []
    const typeOnly = type !== undefined || (each.length > 0 && each.every((n) => /^\s*type\s/.test(n)))
    return { to, typeOnly }
  })
  const later = [...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)]
  return [...found, ...later.map(([, to = '']) => ({ to, typeOnly: false }))]
}

const sources = ['server', 'web', 'scenes', 'test'].flatMap((folder) => {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path))
      .filter((path) => /\.tsx?$/.test(path) && !/(^|\/)(node_modules|dist)\//.test(path))
  } catch {
    return []
  }
})

/** Every import of our own files as paths from the project's folder; packages keep their name. */
const imports: Import[] = sources.flatMap((from) =>
  importsIn(readFileSync(join(root, from), 'utf8')).map(({ to, typeOnly }) => ({
    from,
    to: to.startsWith('.') ? relative(root, resolve(root, dirname(from), to.replace(/\?.*$/, ''))) : to,
    typeOnly,
  })),
)

const say = (list: readonly Import[]) => list.map((i) => `${i.from} → ${i.to}`)
const from = (pattern: RegExp) => imports.filter((i) => pattern.test(i.from))
const ours = (i: Import) => /^(server|web|scenes|test)\//.test(i.to)

describe('reading imports', () => {
  it('finds them in every form', () => {
    const text = `
import a from 'a'
import type { B } from './b.ts'
import { type C, type D } from './c.ts'
import { type E, f } from './e.ts'
import {
  g,
} from './g.ts'
import * as h from './h.ts'
import './i.css'
export { j } from './j.ts'
export * from './k.ts'
const l = () => import('./l.ts')
// import m from './m.ts'
/* import n from './n.ts' */`
    expect(importsIn(text).map((i) => `${i.to}${i.typeOnly ? ' type' : ''}`)).toEqual([
      'a',
      './b.ts type',
      './c.ts type',
      './e.ts',
      './g.ts',
      './h.ts',
      './i.css',
      './j.ts',
      './k.ts',
      './l.ts',
    ])
  })

  it('finds ours', () => {
    expect(sources.length).toBeGreaterThan(80)
    expect(say(imports)).toContain('server/app.ts → server/rooms/routes.ts')
  })
})

describe('arrows', () => {
  it('web → scenes, web, the server’s contracts as types, and its contacts', () => {
    const wrong = from(/^web\//).filter(
      (i) =>
        ours(i) &&
        !/^(web|scenes)\//.test(i.to) &&
        !(/^server\/(.*\/)?contract\.ts$/.test(i.to) && i.typeOnly) &&
        i.to !== 'server/safety/contacts.json',
    )
    expect(say(wrong)).toEqual([])
  })

  // a circle's clock is reckoned by the same pure functions on both sides; what scenes draw and sound stays out
  it('server → server, and of the scenes their catalogue and timeline only', () => {
    const wrong = from(/^server\//).filter(
      (i) =>
        ours(i) &&
        !i.to.startsWith('server/') &&
        !['scenes/catalog.ts', 'scenes/kit/timeline.ts'].includes(i.to) &&
        !(i.to === 'scenes/kit/types.ts' && i.typeOnly),
    )
    expect(say(wrong)).toEqual([])
  })

  it('scenes → nothing of ours', () => {
    expect(say(from(/^scenes\//).filter((i) => ours(i) && !i.to.startsWith('scenes/')))).toEqual([])
  })

  it('contract → contracts, so that the web can read them', () => {
    const wrong = from(/^server\/(.*\/)?contract\.ts$/).filter(
      (i) => ours(i) && !/\/contract\.ts$/.test(i.to),
    )
    expect(say(wrong)).toEqual([])
  })

  it('rules and other pure files never → store, database, routes or LiveKit', () => {
    const pure = /^server\/\w+\/(rules|names|state|scene|grants)\.ts$/
    const wrong = from(pure).filter((i) =>
      /(store|routes|jobs|live|livekit|keeping|views?)\.ts$|^server\/db\/|^drizzle|^express|livekit-server-sdk/.test(
        i.to,
      ),
    )
    expect(say(wrong)).toEqual([])
    for (const path of sources.filter((p) => pure.test(p)))
      expect([
        path,
        /\b(Date\.now|new Date\(\)|process\.env)/.test(readFileSync(join(root, path), 'utf8')),
      ]).toEqual([path, false])
  })

  it('routes and jobs ask the store, never the database itself', () => {
    const wrong = from(/^server\/(\w+\/(routes|jobs)|jobs)\.ts$/).filter(
      (i) => /^drizzle|db\/schema\.ts$/.test(i.to) && !i.typeOnly,
    )
    expect(say(wrong)).toEqual([])
  })

  it('store → no other layer above it', () => {
    const wrong = from(/^server\/\w+\/store\.ts$/).filter((i) =>
      /(routes|jobs|permissions|live|livekit|keeping|app|deps)\.ts$/.test(i.to),
    )
    expect(say(wrong)).toEqual([])
  })

  it.each([
    ['livekit-server-sdk', 'server/rooms/livekit.ts'],
    ['better-auth', 'server/accounts/auth.ts'],
    ['nodemailer', 'server/lib/mail.ts'],
    ['@electric-sql/pglite', 'server/db/open.ts'],
  ])('%s → one adapter', (name, adapter) => {
    const users = from(/^server\//).filter((i) => i.to === name || i.to.startsWith(`${name}/`))
    expect([...new Set(users.map((i) => i.from))]).toEqual([adapter])
  })

  it('web: lib and ui know no feature but help, which is on every page; room → captions, empathy → room, never back', () => {
    const wrong = imports.filter(
      (i) =>
        (/^web\/(lib|ui)\//.test(i.from) && /^web\/(?!lib\/|ui\/|help\/|locales\/)\w+\//.test(i.to)) ||
        (i.from.startsWith('web/captions/') && /^web\/(room|empathy)\//.test(i.to)) ||
        (i.from.startsWith('web/room/') && i.to.startsWith('web/empathy/')),
    )
    expect(say(wrong)).toEqual([])
  })

  it('nothing → tests', () => {
    expect(say(imports.filter((i) => !i.from.startsWith('test/') && i.to.startsWith('test/')))).toEqual([])
  })

  it('every import of ours says its ending, and leads to a file', () => {
    const all = new Set(readdirSync(root, { encoding: 'utf8' }))
    expect(all).toContain('server')
    const missing = from(/^(?!test\/unit\/imports)/).filter(
      (i) => ours(i) && /\.tsx?$/.test(i.to) && !sources.includes(i.to),
    )
    expect(say(missing)).toEqual([])
    expect(say(imports.filter((i) => ours(i) && !/\.\w+$/.test(i.to)))).toEqual([])
  })
})

describe('the environment', () => {
  it('is read in one place, and by what is started on its own', () => {
    const readers = sources.filter(
      (p) => p.startsWith('server/') && /process\.env/.test(readFileSync(join(root, p), 'utf8')),
    )
    const allowed =
      /^server\/(main|captions\/install|db\/restore|db\/drizzle\.config|rooms\/livekitServer|safety\/releaseCheck)\.ts$/
    expect(readers.filter((p) => !allowed.test(p))).toEqual([])
  })
})

describe('chance', () => {
  it('comes from the system’s generator: nothing of the server uses Math.random', () => {
    const users = sources.filter(
      (p) => p.startsWith('server/') && /Math\.random/.test(readFileSync(join(root, p), 'utf8')),
    )
    expect(users).toEqual([])
  })
})
