import { execFile } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Model, type OfferedModel } from '../../server/captions/contract.ts'
import { fetchModel } from '../../server/captions/fetchModel.ts'
import { installedModels, offer, openModel } from '../../server/captions/installed.ts'
import { type ListedFile, type ListedModel, listedModels } from '../../server/captions/models.ts'
import { createTestApp, type TestApp } from '../support/app.ts'
import { asTiny, layModel, sha256 } from '../support/models.ts'
import { raw } from '../support/raw.ts'
import { layTinyModel } from '../support/tinyModels.ts'
import { layTranslation } from '../support/tinyTranslation.ts'

const ENCODER = 'what hears\n'.repeat(5000)
const DECODER = 'what writes\n'.repeat(9000)
const FILES = {
  encoder: { path: 'encoder_model.onnx', content: ENCODER },
  decoder: { path: 'decoder_model_merged.onnx', content: DECODER },
}
const SWEDISH = { name: 'swedish', label: 'Swedish', languages: ['sv'] }

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hearthside-models-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

describe('the list of models', () => {
  it('has names, languages and checksums of their form, each file with one checksum', () => {
    for (const model of listedModels) expect(Model.parse(model).name).toBe(model.name)
    const files = listedModels.flatMap((model): ListedFile[] => Object.values(model.files))
    expect(new Set(files.map(({ from }) => from)).size).toBe(files.length)
    // two models may have a vocabulary in common, of the same length then
    const lengths = new Map(files.map(({ sha256, bytes }) => [sha256, bytes]))
    for (const { sha256, bytes } of files) expect(lengths.get(sha256)).toBe(bytes)
  })

  it('has each kind, by an address that always means the same content', () => {
    expect([...new Set(listedModels.map(({ kind }) => kind))].sort()).toEqual([
      'moonshine',
      'moonshine-streaming',
      'translation',
      'whisper',
    ])
    for (const { files } of listedModels)
      for (const { from } of Object.values(files) as ListedFile[]) expect(from).toMatch(/^https:\/\//)
    const hub = listedModels.flatMap(({ files }) => Object.values(files) as ListedFile[])
    for (const { from } of hub.filter(({ from }) => from.includes('huggingface')))
      expect(from).toMatch(/\/resolve\/[0-9a-f]{40}\//)
  })

  it('says the terms of each that is not under an open licence, and whose those are that want it said', () => {
    for (const { licence, terms, notice } of listedModels) {
      expect(terms === undefined).toBe(['MIT', 'MPL-2.0'].includes(licence))
      expect(notice === undefined).toBe(licence === 'MIT')
      if (licence === 'MPL-2.0') expect(notice).toMatch(/Mozilla.*MPL-2\.0.*https:/)
    }
  })

  it('is shown by the command, with what is installed', async () => {
    layModel(dir, { ...SWEDISH, ...asTiny }, FILES)
    const { stdout } = await command([])
    expect(stdout).toMatch(/^ {2}moonshine-base +Moonshine Base, English +63 MB +MIT$/m)
    expect(stdout).toMatch(/^\* swedish/m)
  })

  it('has no other names: the command says so', async () => {
    await expect(command(['whisper-enormous'])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no model “whisper-enormous”'),
    })
  })
})

/** What `npm run captions:model` runs. */
const command = (args: string[]) =>
  promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'server/captions/install.ts', ...args],
    { env: { PATH: process.env.PATH, DATA_DIR: dir } },
  )

describe('fetching a model', () => {
  let far: Server
  let asked: string[]
  let answers: Record<string, string>
  let said: string[]

  beforeEach(async () => {
    asked = []
    said = []
    answers = { '/encoder': ENCODER, '/decoder': DECODER }
    far = createServer((req, res) => {
      asked.push(req.url ?? '')
      const answer = answers[req.url ?? '']
      if (answer === 'silence') res.writeHead(200, { 'content-length': 9 }).flushHeaders()
      else if (answer === undefined) res.writeHead(404).end()
      else res.end(answer)
    })
    await new Promise<void>((resolve) => far.listen(0, '127.0.0.1', resolve))
  })
  afterEach(() => {
    far.closeAllConnections()
    far.close()
  })

  const listed = (): ListedModel => {
    const from = (path: string) => `http://127.0.0.1:${(far.address() as AddressInfo).port}${path}`
    const file = (part: 'encoder' | 'decoder') => ({
      path: FILES[part].path,
      bytes: FILES[part].content.length,
      sha256: sha256(FILES[part].content),
      from: from(`/${part}`),
    })
    return {
      ...SWEDISH,
      kind: 'moonshine',
      shape: 'tiny',
      tokensPerSecond: 6.5,
      licence: 'MIT',
      files: { encoder: file('encoder'), decoder: file('decoder') },
    }
  }
  const fetchIt = () =>
    fetchModel(listed(), join(dir, 'models', 'swedish'), { say: (line) => said.push(line), patienceMs: 300 })
  const there = () => readdirSync(join(dir, 'models', 'swedish')).sort()

  it('brings its files, shows how far it is, and makes it a model that is installed', async () => {
    await fetchIt()
    expect(there()).toEqual(['decoder_model_merged.onnx', 'encoder_model.onnx', 'model.json'])
    expect(said).toContain('decoder_model_merged.onnx: 0 of 0 MB')
    const [model] = await installedModels(dir, () => {})
    expect(model).toMatchObject(SWEDISH)
  })

  it('refuses and removes what has another checksum', async () => {
    answers['/decoder'] = DECODER.replace('what', 'that')
    await expect(fetchIt()).rejects.toThrow(/is not the pinned file \(SHA-256 [0-9a-f]{64}\): refused/)
    expect(there()).toEqual(['encoder_model.onnx'])
    expect(await installedModels(dir, () => {})).toEqual([])
  })

  it('stops at what is longer than it should be', async () => {
    answers['/encoder'] = `${ENCODER}more`
    await expect(fetchIt()).rejects.toThrow('longer than the pinned file')
    expect(there()).toEqual([])
  })

  it('goes on where it was: what is there and right is not fetched again, what is damaged is', async () => {
    delete answers['/decoder']
    await expect(fetchIt()).rejects.toThrow('it answered 404')
    answers['/decoder'] = DECODER
    await fetchIt()
    expect(asked).toEqual(['/encoder', '/decoder', '/decoder'])
    appendFileSync(join(dir, 'models', 'swedish', 'encoder_model.onnx'), 'x')
    await fetchIt()
    expect(asked.slice(3)).toEqual(['/encoder'])
  })

  it.each([
    ['without a network', () => void far.close(), /could not be fetched: ECONNREFUSED/],
    [
      'when nothing comes',
      () => void Object.assign(answers, { '/encoder': 'silence' }),
      /could not be fetched: no answer/,
    ],
  ])('says %s, soon, which files to put where', async (_, happens, why) => {
    const model = listed()
    happens()
    const began = performance.now()
    const folder = join(dir, 'models', 'swedish')
    const error = await fetchModel(model, folder, { say: () => {}, patienceMs: 300 }).catch((e) => e)
    expect(performance.now() - began).toBeLessThan(3000)
    expect(error.message).toMatch(why)
    for (const { path, sha256 } of Object.values(model.files)) {
      expect(error.message).toContain(join(folder, path))
      expect(error.message).toContain(sha256)
    }
  })

  it('takes files that were laid there by hand, and asks nobody', async () => {
    layModel(dir, { ...SWEDISH, ...asTiny }, FILES)
    rmSync(join(dir, 'models', 'swedish', 'model.json'))
    await fetchIt()
    expect(asked).toEqual([])
    expect((await openModel(join(dir, 'models', 'swedish'), 'swedish')).label).toBe('Swedish')
  })
})

describe('a model that somebody laid there themselves', () => {
  it('is checked by the command, which says its licence and whose it is', async () => {
    const folder = layModel(dir, { ...SWEDISH, ...asTiny, notice: '© Somebody' }, FILES)
    const { stdout } = await command(['swedish'])
    expect(stdout).toContain(`Swedish is in ${folder}`)
    expect(stdout).toContain('Licence: MIT. Rooms show: “© Somebody”')
    writeFileSync(join(folder, FILES.encoder.path), 'something else')
    await expect(command(['swedish'])).rejects.toMatchObject({
      stderr: expect.stringContaining('encoder_model.onnx is missing, or not the one with its checksum'),
    })
  })

  it('is left out when it is said to write a language that is not in its vocabulary', async () => {
    layTinyModel(dir, 'whisper', { name: 'harbour', label: 'Harbour', languages: ['es', 'tlh', 'sv'] })
    const left: string[] = []
    expect(await installedModels(dir, (_, reason) => left.push(reason))).toEqual([])
    expect(left).toEqual(['tokenizer.json does not know the languages tlh, sv'])
    await expect(command(['harbour'])).rejects.toMatchObject({ stderr: expect.stringContaining('tlh, sv') })
  })

  it('is left out when its vocabulary is none', async () => {
    const vocabulary = { path: 'tokenizer.json', content: '{"model":{"vocab":[]}}' }
    const files = { ...FILES, tokenizer: vocabulary }
    layModel(dir, { ...SWEDISH, kind: 'whisper', tokensPerSecond: 13 }, files)
    const left: string[] = []
    expect(await installedModels(dir, (_, reason) => left.push(reason))).toEqual([])
    expect(left).toEqual(['tokenizer.json is no vocabulary'])
  })

  it('is offered before larger ones: it has to keep up everywhere', async () => {
    const large = { ...FILES.encoder, content: ENCODER.repeat(2) }
    layModel(dir, { ...SWEDISH, name: 'a-large', ...asTiny }, { ...FILES, encoder: large })
    layModel(dir, { ...SWEDISH, name: 'z-small', ...asTiny }, FILES)
    layModel(dir, { ...SWEDISH, name: 'larger', ...asTiny }, { ...FILES, encoder: large, decoder: large })
    const { models } = offer(await installedModels(dir, () => {}))
    expect(models.map(({ name }) => name)).toEqual(['z-small', 'a-large', 'larger'])
  })

  it.each([
    ['is not whole', (folder: string) => writeFileSync(join(folder, FILES.decoder.path), 'half'), 'checksum'],
    [
      'has no proper model.json',
      (folder: string) => writeFileSync(join(folder, 'model.json'), '{'),
      'model.json',
    ],
    [
      'names a file outside its folder',
      (folder: string) => {
        const file = join(folder, 'model.json')
        writeFileSync(file, readFileSync(file, 'utf8').replace('encoder_model.onnx', '../../secret.onnx'))
      },
      'files.encoder.path',
    ],
  ])('is left out when it %s', async (_, damage, why) => {
    damage(layModel(dir, { ...SWEDISH, ...asTiny }, FILES))
    const left: string[] = []
    expect(await installedModels(dir, (name, reason) => left.push(`${name}: ${reason}`))).toEqual([])
    expect(left.join()).toContain(why)
  })
})

describe('a service with a model', () => {
  let app: TestApp
  const begin = async () => {
    const folder = layModel(dir, { ...SWEDISH, ...asTiny }, FILES)
    app = await createTestApp({ env: { DATA_DIR: dir } })
    return folder
  }
  afterEach(() => app.close())

  it('tells everybody of it, and serves its files for good under addresses with their checksums', async () => {
    await begin()
    const { status, body } = await app.stranger().get('/api/captions/models')
    expect(status).toBe(200)
    const [model] = body.models
    expect(model).toMatchObject({ ...SWEDISH, shape: 'tiny', bytes: ENCODER.length + DECODER.length })
    expect(model.files.encoder).toBe(`/models/swedish/${sha256(ENCODER).slice(0, 16)}/encoder_model.onnx`)
    const answer = await fetch(app.url + model.files.encoder)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe(ENCODER)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(
      (await fetch(app.url + model.files.decoder, { method: 'HEAD' })).headers.get('content-length'),
    ).toBe(String(DECODER.length))
  })

  it('tells of models of each kind, those that translate apart, and serves all their parts', async () => {
    layTinyModel(dir, 'whisper', { name: 'harbour', label: 'Harbour', languages: ['es'] })
    layTinyModel(dir, 'moonshine-streaming', { name: 'river', label: 'River', languages: ['en'] })
    layTranslation(dir, 'en', 'es')
    await begin()
    const { body } = await app.stranger().get('/api/captions/models')
    expect(body.models.map(({ name, kind }: OfferedModel) => [name, kind])).toEqual([
      ['harbour', 'whisper'],
      ['river', 'moonshine-streaming'],
      ['swedish', 'moonshine'],
    ])
    expect(body.translations).toMatchObject([{ kind: 'translation', from: 'en', into: 'es' }])
    for (const model of [...body.models, ...body.translations]) {
      // where it is on this computer is nobody's business
      expect(Object.keys(model)).not.toContain('folder')
      let bytes = 0
      for (const address of Object.values<string>(model.files)) {
        const answer = await fetch(app.url + address)
        expect(answer.status).toBe(200)
        bytes += (await answer.arrayBuffer()).byteLength
      }
      expect(bytes).toBe(model.bytes)
    }
  })

  it('serves nothing else of its folder', async () => {
    const folder = await begin()
    writeFileSync(join(folder, 'notes.onnx'), 'mine')
    expect(existsSync(join(folder, 'model.json'))).toBe(true)
    const sum = sha256(ENCODER).slice(0, 16)
    for (const path of [
      '/models/swedish/model.json',
      `/models/swedish/${sum}/model.json`,
      `/models/swedish/${sum}/notes.onnx`,
      `/models/swedish/${'0'.repeat(16)}/encoder_model.onnx`,
      `/models/swedish/${sum}/../../../secret`,
      '/models/',
    ])
      expect([path, (await raw(app.url, path)).status]).toEqual([path, 404])
    expect(
      (await fetch(`${app.url}/models/swedish/${sum}/encoder_model.onnx`, { method: 'POST' })).status,
    ).toBe(404)
  })
})
