import { anyone, steward } from '../accounts/permissions.ts'
import { routesOf } from '../lib/http.ts'
import shipped from './contacts.json' with { type: 'json' }
import { isOutdated } from './contacts.ts'
import { safetyContract } from './contract.ts'
import * as store from './store.ts'

const route = routesOf(safetyContract)

export const safetyRoutes = [
  route('GET /api/safety/contacts', anyone, async ({ deps }) => ({
    countries: (await store.checkedHere(deps.db)).map((row) => row.help),
  })),
  route('GET /api/steward/contacts', steward, async ({ deps, now }) => {
    const ours = await store.checkedHere(deps.db)
    const all = [
      ...ours.map(({ help, checkedBy }) => ({ ...help, checkedBy: checkedBy ?? '', ours: true })),
      ...shipped.countries
        .filter((c) => !ours.some(({ help }) => help.country === c.country))
        .map((c) => ({ ...c, ours: false })),
    ]
    return { countries: all.map((c) => ({ ...c, outdated: isOutdated(c.checkedOn, now) })) }
  }),
  route('PUT /api/steward/contacts/:country', steward, async ({ actor, params, body, deps, now }) => {
    const lines = body.lines.map((l) => ({ ...l, call: l.shown.replace(/[ -]/g, '') }))
    const checkedOn = now.toISOString().slice(0, 10)
    const help = { country: params.country, emergency: body.emergency, lines, checkedOn }
    await store.putContacts(deps.db, help, actor.accountId)
  }),
  route('DELETE /api/steward/contacts/:country', steward, async ({ params, deps }) => {
    await store.dropContacts(deps.db, params.country)
  }),
]
