/** Regions that are no country one could be in. */
const NO_COUNTRY = ['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Every country the browser knows, by ISO 3166-1 code, in the order of its name in `language`. */
export function countryNames(language: string): Map<string, string> {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  const found = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).flatMap((code) => {
    const name = NO_COUNTRY.includes(code) ? undefined : names.of(code)
    return name === undefined ? [] : [[code, name] as const]
  })
  return new Map(found.sort((a, b) => a[1].localeCompare(b[1], language)))
}
