import contacts from '../../server/safety/contacts.json' with { type: 'json' }

export type CountryHelp = (typeof contacts.countries)[number]
type Line = CountryHelp['lines'][number] & { text?: string }

const KEY = 'help-country'
export const countries: readonly CountryHelp[] = contacts.countries
export const directory = contacts.directory

/** The country chosen on this device, else a guess from the language's region; it never leaves the device. */
export function guessCountry(languages: readonly string[], chosen: string | null): string {
  if (chosen) return chosen
  for (const tag of languages) {
    const { region } = new Intl.Locale(tag)
    if (region) return region
  }
  return ''
}

export const currentCountry = () => guessCountry(navigator.languages, localStorage.getItem(KEY))
export const rememberCountry = (country: string) => localStorage.setItem(KEY, country)
export const linesOf = (help: CountryHelp): readonly Line[] => help.lines
