import { createHash, randomBytes } from 'node:crypto'

/** A new random id: 128 bits from the system's CSPRNG as 22 base64url characters. */
export const newId = (): string => randomBytes(16).toString('base64url')

/** A secret for a link or key: 256 bits as 43 base64url characters. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** SHA-256 in hex. Enough for secrets of 128 random bits and more; never for what a person chose. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
