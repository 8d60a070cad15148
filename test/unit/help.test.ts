import { describe, expect, test } from 'vitest'
import contacts from '../../server/safety/contacts.json' with { type: 'json' }
import { isOutdated } from '../../server/safety/contacts.ts'
import { guessCountry } from '../../web/help/country.ts'

const zones = (country: string) =>
  ({ US: ['America/New_York'], ES: ['Europe/Madrid'], DE: ['Europe/Berlin'] })[country]
const guess = (languages: string[], zone: string, chosen: string | null = null) =>
  guessCountry({ languages, zone }, chosen, ['ES', 'US'], zones)

describe('the country whose help is shown', () => {
  test('what somebody chose on this device comes first, also “another country”', () => {
    expect(guess(['en-US'], 'America/New_York', 'ES')).toBe('ES')
    expect(guess(['en-US'], 'America/New_York', '')).toBe('')
  })
  test('the clock counts more than the language', () => {
    expect(guess(['en-US', 'es-ES'], 'Europe/Madrid')).toBe('ES')
  })
  test('nobody in Berlin is shown an American number for having an American browser', () => {
    expect(guess(['en-US'], 'Europe/Berlin')).toBe('')
  })
  test('a browser that knows no zones of countries goes by its language', () => {
    expect(guessCountry({ languages: ['es-ES'], zone: 'UTC' }, null, ['ES'], () => undefined)).toBe('ES')
  })
  test('a language without a region, or one that is none, gives no country', () => {
    expect(guess(['en'], 'Asia/Tokyo')).toBe('')
    expect(guess(['not a tag'], 'Asia/Tokyo')).toBe('')
  })
})

describe('the crisis contacts', () => {
  test.each(contacts.countries)('$country has its source, and only what a phone can dial', (entry) => {
    expect(entry.source.length).toBeGreaterThan(20)
    expect(entry.checkedBy).not.toBe('')
    expect(Number.isNaN(Date.parse(entry.checkedOn))).toBe(false)
    expect(entry.lines.length).toBeGreaterThan(0)
    for (const line of entry.lines) {
      expect(line.call).toMatch(/^\*?\d{3,12}$/)
      expect(line.shown.replace(/\s/g, '')).toBe(line.call)
      if ('page' in line) expect(line.page).toMatch(/^https:\/\//)
    }
  })
  test('an entry is out of date on the day after 180 days', () => {
    expect(isOutdated('2026-01-01', new Date('2026-06-30T00:00:00Z'))).toBe(false)
    expect(isOutdated('2026-01-01', new Date('2026-07-01T00:00:00Z'))).toBe(true)
  })
})
