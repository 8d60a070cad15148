import { remove } from 'confusables'

/**
 * Folds a name so that names which look alike become equal: compatibility forms, other scripts' look-alike letters
 * (Unicode UTS #39 data in `confusables`), accents, case, digits read as letters, spaces and punctuation.
 */
export function foldName(name: string): string {
  // twice: some capitals become a known look-alike only as small letters
  return foldOnce(foldOnce(name))
}

/**
 * Folds a name so that names which differ only by case, accents, spaces or punctuation become equal. Some letters
 * look like one letter when small and like another as a capital (Η η), so {@link foldName} alone tells them apart.
 */
export const caseless = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const foldOnce = (name: string): string =>
  remove(name.normalize('NFKC'))
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('0', 'o')
    // an exclamation mark inside a name is read as a letter, at its end it is none
    .replace(/!(?=[\p{L}\p{N}])/gu, 'l')
    .replace(/[1i|]/g, 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Words that would lend a member an authority they do not have, in the languages we ship. */
const RESERVED = [
  'facilitator',
  'facilitadora',
  'facilitador',
  'cofacilitator',
  'moderator',
  'moderador',
  'moderadora',
  'admin',
  'administrator',
  'administrador',
  'administradora',
  'steward',
  'host',
  'operator',
  'support',
  'soporte',
  'staff',
  'hearthside',
  'system',
  'sistema',
  'captioner',
  'interpreter',
  'observer',
  'doctor',
  'therapist',
  'terapeuta',
  'police',
  'policia',
].map(foldName)

/** False for names that are nothing but symbols, or could be taken for a role. */
export function nameAllowed(name: string): boolean {
  const folded = foldName(name)
  return /[\p{L}\p{N}]/u.test(name) && folded !== '' && !RESERVED.includes(folded)
}
