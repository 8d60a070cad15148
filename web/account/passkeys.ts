import { ApiError } from '../lib/api.ts'

/** Why passkeys do not work here, or undefined when they do. Browsers refuse them on bare addresses and plain HTTP. */
export function passkeysRefused(): 'insecure' | 'address' | 'browser' | undefined {
  if (!window.isSecureContext) return 'insecure'
  if (/^[\d.]+$|:/.test(location.hostname)) return 'address'
  // the newer functions that read the server's JSON: browsers before 2025 may have passkeys without them
  const reads = 'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential
  return reads ? undefined : 'browser'
}

const TOLD = ['too_many', 'strong_sign_in_needed', 'sign_in_needed', 'device_check_needed']

async function ceremony(path: string, body?: unknown) {
  const answer = await fetch(`/api/auth/passkey/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new ApiError('offline', 0, 'No answer from the server.')
  })
  const data = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new ApiError(TOLD.includes(data.code) ? data.code : 'not_valid', answer.status, '')
  return data
}

/** Adds a passkey of this device to the account. Undefined when the person closed the device's question. */
export async function addPasskey(name: string): Promise<boolean> {
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(
    await ceremony('generate-register-options'),
  )
  const made = (await navigator.credentials.create({ publicKey: options }).catch(refused)) as
    | PublicKeyCredential
    | undefined
  if (!made) return false
  await ceremony('verify-registration', { response: made.toJSON(), name })
  return true
}

/** Signs in with a passkey; on an account that is signed in already it proves it anew. */
export async function signInWithPasskey(): Promise<boolean> {
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(
    await ceremony('generate-authenticate-options'),
  )
  const given = (await navigator.credentials.get({ publicKey: options }).catch(refused)) as
    | PublicKeyCredential
    | undefined
  if (!given) return false
  await ceremony('verify-authentication', { response: given.toJSON() })
  return true
}

function refused(error: Error): undefined {
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return undefined
  // one of this account's passkeys is on this device already
  if (error.name === 'InvalidStateError') throw new ApiError('passkey_here', 0, '')
  throw error
}
