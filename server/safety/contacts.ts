import contacts from './contacts.json' with { type: 'json' }

/** Help for one country. A number is shown as `shown`; `call` and `text` are what a phone dials. */
export type CountryHelp = (typeof contacts.countries)[number]

const DAY = 86_400_000
export const CONTACTS_GOOD_FOR_DAYS = 180

/** Countries whose entry was last checked more than 180 days before `now`. */
export const outdated = (
  now: Date,
  countries: readonly { country: string; checked_on: string }[] = contacts.countries,
): string[] =>
  countries
    .filter((c) => now.getTime() - Date.parse(c.checked_on) > CONTACTS_GOOD_FOR_DAYS * DAY)
    .map((c) => c.country)
