import { useSyncExternalStore } from 'react'
import shipped from '../../server/safety/contacts.json' with { type: 'json' }
import type { CountryHelp } from '../../server/safety/contract.ts'
import { api } from '../lib/api.ts'
import { recall, remember } from '../lib/remembered.ts'

const CHOSEN = 'help-country'
const OURS = 'help-contacts'
export const { directory } = shipped

/** What the stewards of this service have checked goes before what came with it. */
const merge = (ours: readonly CountryHelp[]): readonly CountryHelp[] => [
  ...ours,
  ...shipped.countries.filter((c) => !ours.some((o) => o.country === c.country)),
]

function remembered(): readonly CountryHelp[] {
  try {
    return JSON.parse(recall(OURS) ?? '[]')
  } catch {
    return []
  }
}

let countries = merge(remembered())
const listeners = new Set<() => void>()

/** Asks for what the stewards have checked, and keeps it on this device: Help has to work without a network. */
export async function refreshCountries(): Promise<void> {
  const answer = await api('GET /api/safety/contacts').catch(() => undefined)
  if (!answer) return
  remember(OURS, JSON.stringify(answer.countries))
  countries = merge(answer.countries)
  for (const listener of listeners) listener()
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
export const useCountries = () => useSyncExternalStore(listen, () => countries)

/** The time zones of a country, where the browser knows them. */
function zonesOf(country: string): readonly string[] | undefined {
  try {
    const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] }
    return locale.getTimeZones?.()
  } catch {
    return undefined
  }
}

function regionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).region
  } catch {
    return undefined
  }
}

type Device = { languages: readonly string[]; zone: string }

/**
 * The country whose help to show: the one chosen on this device, else one of ours that the clock is set to, else the
 * region of the browser's language unless the clock says otherwise (many people abroad use a browser in en-US). Empty
 * when we do not know: a wrong country's number would be worse than none. The guess never leaves the device.
 */
export function guessCountry(
  { languages, zone }: Device,
  chosen: string | null,
  ours: readonly string[] = countries.map((c) => c.country),
  zones: (country: string) => readonly string[] | undefined = zonesOf,
): string {
  if (chosen !== null) return chosen
  const byClock = ours.find((country) => zones(country)?.includes(zone))
  if (byClock) return byClock
  const region = languages.map(regionOf).find((found) => found !== undefined)
  return region !== undefined && (zones(region)?.includes(zone) ?? true) ? region : ''
}

export const currentCountry = () =>
  guessCountry(
    { languages: navigator.languages, zone: Intl.DateTimeFormat().resolvedOptions().timeZone },
    recall(CHOSEN),
  )
export const rememberCountry = (country: string) => remember(CHOSEN, country)
