import contacts from '../../server/safety/contacts.json' with { type: 'json' }
import { recall, remember } from '../lib/remembered.ts'

export type CountryHelp = (typeof contacts.countries)[number]
type Line = CountryHelp['lines'][number] & { text?: string; page?: string }

const KEY = 'help-country'
export const countries: readonly CountryHelp[] = contacts.countries
export const directory = contacts.directory

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
    recall(KEY),
  )
export const rememberCountry = (country: string) => remember(KEY, country)
export const linesOf = (help: CountryHelp): readonly Line[] => help.lines
