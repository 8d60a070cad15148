import { Secret, TOTP } from 'otpauth'

const PERIOD = 30

/** A new shared secret for an authenticator app, in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** The `otpauth://` address that the app reads from a QR code. */
export const totpUri = (secret: string, label: string): string => of(secret, label).toString()

const of = (secret: string, label = '') =>
  new TOTP({ issuer: 'Hearthside', label, secret: Secret.fromBase32(secret), period: PERIOD })

/**
 * The time step that `code` belongs to, when it is right now or one step around it and later than `lastStep`
 * (RFC 6238 5.2: a code is accepted once); undefined when it is not.
 */
export function totpStep(
  secret: string | undefined,
  code: string,
  now: Date,
  lastStep: number,
): number | undefined {
  if (secret === undefined) return undefined
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = of(secret).validate({ token, timestamp: now.getTime(), window: 1 })
  if (delta === null) return undefined
  const step = Math.floor(now.getTime() / 1000 / PERIOD) + delta
  return step > lastStep ? step : undefined
}
