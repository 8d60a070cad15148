import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { Answer, Person } from './person.ts'

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()
const [PRESENT, VERIFIED, CREDENTIAL] = [0x01, 0x04, 0x40]

/**
 * A passkey in software (WebAuthn level 2, ES256, no attestation) for pages at `url`. `verified` is whether it says that
 * it checked a finger, face or PIN.
 */
export function createPasskey(url: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const coordinate = (text: string) =>
    Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(text, 'base64url')])
  // CBOR: { 1: 2, 3: -7, -1: 1, -2: x, -3: y }
  const cose = Buffer.concat([
    Buffer.from('a5010203262001', 'hex'),
    Buffer.from([0x21]),
    coordinate(x),
    Buffer.from([0x22]),
    coordinate(y),
  ])
  const id = randomBytes(16)
  const base = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' }
  const authData = (flags: number, more: Buffer = Buffer.alloc(0)) =>
    Buffer.concat([sha256(new URL(url).hostname), Buffer.from([flags, 0, 0, 0, 0]), more])
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: url, crossOrigin: false }))
  const flags = (verified: boolean) => PRESENT | (verified ? VERIFIED : 0)

  return {
    async register(person: Person, verified: boolean): Promise<Answer> {
      const { body: options } = await person.get('/api/auth/passkey/generate-register-options')
      const data = authData(
        flags(verified) | CREDENTIAL,
        Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]),
      )
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
        Buffer.from([0x58, data.length]),
        data,
      ])
      const response = {
        ...base,
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
        },
      }
      return person.post('/api/auth/passkey/verify-registration', { response, name: 'Phone' })
    },
    async signIn(person: Person, verified: boolean): Promise<Answer> {
      const { body: options } = await person.get('/api/auth/passkey/generate-authenticate-options')
      const [data, client] = [authData(flags(verified)), clientData('webauthn.get', options.challenge)]
      const response = {
        ...base,
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', Buffer.concat([data, sha256(client)]), privateKey).toString('base64url'),
        },
      }
      return person.post('/api/auth/passkey/verify-authentication', { response })
    },
  }
}
