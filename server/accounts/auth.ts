import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../db/open.ts'
import * as schema from '../db/schema.ts'
import { newId } from '../lib/ids.ts'
import { accountErrors, type Standing } from './contract.ts'

/** Who sends a request: the account and how well this login session is proven. */
export type Actor = {
  accountId: string
  loginSessionId: string
  pseudonym: string
  email: string | null
  standing: Standing
  strong: boolean
  /** begun a short while ago with a recovery code */
  recovering: boolean
  deletionDue: Date | null
}

/** Strength lapses 12 hours after the proof (OWASP ASVS 5.0 7.3: shorter for those with power over others). */
export const STRONG_MS = 12 * 3600_000
/** Long enough to set up a new phone. */
const RECOVERY_MS = 3600_000
/** What a new login session was begun with. */
type Begun = 'strong' | 'recovery_code' | 'other'
const placeholder = (id: string) => `${id}@account.invalid`
export const isPlaceholder = (email: string) => email.endsWith('@account.invalid')

/** `Set-Cookie` values to send with the answer. */
type Cookies = readonly string[]

/** The one adapter for better-auth: passkeys and login sessions. All other ways in are ours (`routes.ts`). */
export type Auth = {
  actor: (headers: Headers) => Promise<{ actor: Actor | null; cookies: Cookies }>
  /** Makes an account that has only a pseudonym, and signs it in. */
  begin: (pseudonym: string) => Promise<{ accountId: string; cookies: Cookies }>
  signIn: (accountId: string, begun: Begun) => Promise<Cookies>
  signOut: (headers: Headers) => Promise<Cookies>
  /** Answers a passkey ceremony; `path` has been checked against {@link PASSKEY_PATHS}. */
  passkey: (path: string, init: RequestInit) => Promise<Response>
}

export const PASSKEY_PATHS = [
  'GET /passkey/generate-register-options',
  'POST /passkey/verify-registration',
  'GET /passkey/generate-authenticate-options',
  'POST /passkey/verify-authentication',
] as const

/** A passkey stands for two factors only when its device has checked who holds it; the plugin itself does not ask. */
function requireDeviceCheck(verified: boolean | undefined): void {
  const { device_check_needed: words } = accountErrors
  if (!verified) throw new APIError('FORBIDDEN', { code: 'device_check_needed', message: words[1] })
}

type Options = {
  db: Database
  /** the address that is asked for: cookies and passkeys belong to it */
  url: string
  secret: string
  now: () => Date
}

export function createAuth({ db, url, secret, now }: Options): Auth {
  const https = url.startsWith('https:')
  const strongUntil = () => new Date(now().getTime() + STRONG_MS)
  const auth = betterAuth({
    appName: 'Hearthside',
    baseURL: url,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [url],
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    // what fails is told to us, and not printed with all it holds
    onAPIError: { throw: true },
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: {
        user: schema.accounts,
        session: schema.loginSessions,
        account: schema.credentials,
        verification: schema.verifications,
        passkey: schema.passkeys,
      },
    }),
    user: {
      additionalFields: {
        standing: { type: 'string', input: false, defaultValue: 'member' },
        adultDeclaredAt: { type: 'date', input: false, required: false },
        deletionDue: { type: 'date', input: false, required: false },
      },
    },
    session: {
      expiresIn: 30 * 86_400,
      updateAge: 86_400,
      // freshness would refuse a first passkey on an old login session; `routes.ts` asks for strength instead
      freshAge: 0,
      additionalFields: {
        strongUntil: { type: 'date', input: false, required: false },
        recoveryUntil: { type: 'date', input: false, required: false },
      },
    },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: https ? '__Host-hearthside' : 'hearthside',
      defaultCookieAttributes: { secure: https, httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, ctx) => ({
            data: {
              ...session,
              userAgent: '',
              ipAddress: '',
              ...(ctx?.path === '/passkey/verify-authentication' ? { strongUntil: strongUntil() } : {}),
            },
          }),
        },
      },
    },
    plugins: [
      passkey({
        rpName: 'Hearthside',
        rpID: new URL(url).hostname,
        origin: url,
        authenticatorSelection: { userVerification: 'required' },
        registration: {
          afterVerification: async ({ verification }) =>
            requireDeviceCheck(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: async ({ verification }) =>
            requireDeviceCheck(verification.authenticationInfo.userVerified),
        },
      }),
      {
        id: 'hearthside',
        endpoints: {
          signInAs: createAuthEndpoint(
            '/hearthside/sign-in-as',
            {
              method: 'POST',
              metadata: { SERVER_ONLY: true },
              body: z.object({ accountId: z.string(), begun: z.enum(['strong', 'recovery_code', 'other']) }),
            },
            async (ctx) => {
              const user = await ctx.context.internalAdapter.findUserById(ctx.body.accountId)
              if (!user) throw new Error('no such account')
              const { begun } = ctx.body
              const extra = {
                ...(begun === 'strong' && { strongUntil: strongUntil() }),
                ...(begun === 'recovery_code' && { recoveryUntil: new Date(now().getTime() + RECOVERY_MS) }),
              }
              const session = await ctx.context.internalAdapter.createSession(user.id, false, extra)
              await setSessionCookie(ctx, { session, user })
              return ctx.json({})
            },
          ),
        },
      },
    ],
  })

  const signIn = async (accountId: string, begun: Begun): Promise<Cookies> => {
    const { headers } = await auth.api.signInAs({ body: { accountId, begun }, returnHeaders: true })
    return headers.getSetCookie()
  }

  return {
    async actor(headers) {
      const { response, headers: out } = await auth.api.getSession({ headers, returnHeaders: true })
      if (!response) return { actor: null, cookies: out.getSetCookie() }
      const { user, session } = response
      const actor: Actor = {
        accountId: user.id,
        loginSessionId: session.id,
        pseudonym: user.name,
        email: isPlaceholder(user.email) ? null : user.email,
        standing: user.standing as Standing,
        strong: session.strongUntil ? session.strongUntil > now() : false,
        recovering: session.recoveryUntil ? session.recoveryUntil > now() : false,
        deletionDue: user.deletionDue ?? null,
      }
      return { actor, cookies: out.getSetCookie() }
    },
    async begin(pseudonym) {
      const accountId = newId()
      const at = now()
      await db.insert(schema.accounts).values({
        id: accountId,
        name: pseudonym,
        email: placeholder(accountId),
        adultDeclaredAt: at,
        createdAt: at,
        updatedAt: at,
      })
      return { accountId, cookies: await signIn(accountId, 'other') }
    },
    signIn,
    async signOut(headers) {
      const { headers: out } = await auth.api.signOut({ headers, returnHeaders: true })
      return out.getSetCookie()
    },
    async passkey(path, init) {
      const asked = new URL(`${url}/api/auth${path}`)
      const before =
        (await auth.api.getSession({ headers: new Headers(init.headers) }).catch(() => null)) ?? null
      // the name a person's device shows for the passkey: never the account's address
      if (path.endsWith('/generate-register-options') && before)
        asked.searchParams.set('name', before.user.name)
      const answer = await auth.handler(new Request(asked, init))
      // the plugin has no option for this one
      if (answer.ok && path.endsWith('/generate-authenticate-options'))
        return Response.json({ ...(await answer.json()), userVerification: 'required' }, answer)
      if (!answer.ok || !before) return answer
      const { loginSessions } = schema
      if (path.endsWith('/verify-registration'))
        await db
          .update(loginSessions)
          .set({ strongUntil: strongUntil() })
          .where(eq(loginSessions.id, before.session.id))
      if (path.endsWith('/verify-authentication'))
        await db.delete(loginSessions).where(eq(loginSessions.id, before.session.id))
      return answer
    },
  }
}
