import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { PlainError } from '../lib/plainError.ts'
import { fetchModel } from './fetchModel.ts'
import { installedModels, MANIFEST, modelsDir, openModel } from './installed.ts'
import { bytesOf, listedModels } from './models.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

/** `npm run captions:model` lists the models; with one's name it fetches that one, or checks one that was laid there by hand. */
async function install(name: string | undefined): Promise<void> {
  const { DATA_DIR } = readConfig(process.env)
  if (name === undefined) return list(DATA_DIR)
  const folder = join(modelsDir(DATA_DIR), name)
  const listed = listedModels.find((model) => model.name === name)
  if (!listed && !existsSync(join(folder, MANIFEST)))
    throw new PlainError(`There is no model “${name}”. \`npm run captions:model\` lists them.`)
  if (listed?.terms) say(`${listed.terms}\n`)
  if (listed) await fetchModel(listed, folder, { say })
  const { label, licence, notice } = await openModel(folder, name).catch((error) => {
    throw new PlainError(`${folder}: ${error.message}.`)
  })
  say(`\nLicence: ${licence}${notice ? `. Rooms show: “${notice}”` : ''}`)
  say(`${label} is in ${folder}. Start Hearthside again, and rooms offer it.`)
}

async function list(dataDir: string): Promise<void> {
  const installed = await installedModels(dataDir, (name, why) => say(`${name} is left out: ${why}.`))
  const names = installed.map(({ name }) => name)
  const own = installed.filter(({ name }) => !listedModels.some((model) => model.name === name))
  for (const model of [...listedModels, ...own])
    say(
      `${names.includes(model.name) ? '*' : ' '} ${model.name.padEnd(28)} ${model.label.padEnd(34)} ${String(Math.round(bytesOf(model) / 1e6)).padStart(4)} MB  ${model.licence}`,
    )
  say('\n* is installed. `npm run captions:model -- <name>` fetches one.')
}

install(process.argv[2]).catch((error) => {
  process.stderr.write(`${error instanceof PlainError ? error.message : error.stack}\n`)
  process.exitCode = 1
})
