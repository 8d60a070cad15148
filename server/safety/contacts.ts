import contacts from './contacts.json' with { type: 'json' }

const DAY = 86_400_000
export const CONTACTS_GOOD_FOR_DAYS = 180

/** Whether an entry checked on this day (`YYYY-MM-DD`) was last checked more than 180 days before `now`. */
export const isOutdated = (checkedOn: string, now: Date): boolean =>
  now.getTime() - Date.parse(checkedOn) > CONTACTS_GOOD_FOR_DAYS * DAY

/** Countries of the shipped file whose entry needs another look. */
export const outdated = (now: Date): string[] =>
  contacts.countries.filter((c) => isOutdated(c.checkedOn, now)).map((c) => c.country)
