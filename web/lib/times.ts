import { useLingui } from '@lingui/react'
import { useSyncExternalStore } from 'react'

/** The device's own kind of a language, for dates as it writes them: 24 hours in en-GB, 12 in en-US. */
export const regionalTag = (language: string, tags: readonly string[]): string =>
  tags.find((tag) => /^[a-z]{2,3}(-[A-Za-z0-9]+)+$/.test(tag) && tag.startsWith(`${language}-`)) ?? language

/** Dates and times in the chosen language and the device's own time zone. */
export function useTimes() {
  const { i18n } = useLingui()
  const locale = regionalTag(i18n.locale, navigator.languages)
  const format = (options: Intl.DateTimeFormatOptions) => (iso: string) =>
    new Intl.DateTimeFormat(locale, options).format(new Date(iso))
  return {
    day: format({ weekday: 'long', day: 'numeric', month: 'long' }),
    time: format({ hour: 'numeric', minute: '2-digit' }),
    /** of a calendar day, `2026-11-22`, that is in no zone */
    date: format({ dateStyle: 'medium', timeZone: 'UTC' }),
    /** with the year only when it is another than this one */
    full: (iso: string) =>
      format({
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        ...(new Date(iso).getFullYear() !== new Date().getFullYear() && { year: 'numeric' }),
        hour: 'numeric',
        minute: '2-digit',
        timeZoneName: 'short',
      })(iso),
    inZone: (iso: string, zone: string) =>
      new Intl.DateTimeFormat(locale, {
        weekday: 'short',
        hour: 'numeric',
        minute: '2-digit',
        timeZone: zone,
        timeZoneName: 'short',
      }).format(new Date(iso)),
    /** “in 3 hours”, “10 minutes ago” */
    relative(ms: number) {
      const units = [
        ['day', 86_400_000],
        ['hour', 3_600_000],
        ['minute', 60_000],
        ['second', 1000],
      ] as const
      const [unit, size] = units.find(([, s]) => Math.abs(ms) >= s) ?? (['second', 1000] as const)
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(ms / size), unit)
    },
  }
}

export const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

const everySecond = (tell: () => void) => {
  const timer = setInterval(tell, 1000)
  return () => clearInterval(timer)
}
/** The device's clock in whole seconds, as milliseconds; renders again each second. */
export const useClock = () => useSyncExternalStore(everySecond, () => Math.floor(Date.now() / 1000) * 1000)
