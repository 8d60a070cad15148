import { z } from 'zod'
import { PlainError } from './lib/plainError.ts'

const port = z.coerce.number().int().min(0).max(65535)
const flag = z.enum(['0', '1', 'true', 'false']).transform((v) => v === '1' || v === 'true')

const Environment = z
  .object({
    PORT: port.default(8080).describe('port of the web address'),
    HOST: z
      .string()
      .default('127.0.0.1')
      .describe('address to listen on; 0.0.0.0 for every network interface'),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/ })
      .refine((url) => !URL.canParse(url) || new URL(url).pathname === '/', 'has to be without a path')
      .transform((url) => new URL(url).origin)
      .optional()
      .describe('address that people use, when a proxy stands in front'),
    TRUST_PROXY: z.coerce
      .number()
      .int()
      .min(0)
      .max(10)
      .default(0)
      .describe('how many reverse proxies stand in front'),
    DATA_DIR: z.string().min(1).default('data').describe('folder for the database, keys and backups'),
    DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/ })
      .optional()
      .describe('PostgreSQL instead of the embedded database'),
    BACKUP_HOURS: z.coerce
      .number()
      .min(0.1)
      .max(168)
      .default(6)
      .describe('hours between backups of the embedded database'),
    LIVEKIT_URL: z
      .url({ protocol: /^(wss?|https?)$/ })
      .optional()
      .describe('an outside LiveKit server or cluster'),
    LIVEKIT_API_KEY: z.string().min(1).optional().describe('key for LIVEKIT_URL'),
    LIVEKIT_API_SECRET: z
      .string()
      .min(32)
      .optional()
      .describe('secret for LIVEKIT_URL, 32 characters or more'),
    LIVEKIT_SERVER_BIN: z.string().optional().describe('livekit-server program to run; set-up finds one'),
    LIVEKIT_PORT: port.default(0).describe('loopback port of our own livekit-server; 0 takes a free one'),
    LIVEKIT_MEDIA_PORT: port.default(0).describe('UDP and TCP port for media; 0 takes a free one'),
    LIVEKIT_MEDIA_ADDRESS: z
      .ipv4()
      .optional()
      .describe('IPv4 address of this machine that browsers reach media at; --lan finds it'),
    METRICS_PORT: port.default(0).describe('loopback port for Prometheus metrics; 0 turns them off'),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/ })
      .optional()
      .describe('mail server; without it mail goes to the outbox page'),
    MAIL_FROM: z.string().default('Hearthside <hearthside@localhost>').describe('sender of e-mail'),
    TLS_CERT: z.string().optional().describe('certificate file (PEM) for HTTPS'),
    TLS_KEY: z.string().optional().describe('key file (PEM) for HTTPS'),
    SESSION_SECRET: z
      .string()
      .min(32)
      .optional()
      .describe('secret for cookies; otherwise made once and kept in DATA_DIR'),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
      .default('info')
      .describe('how much is logged'),
    OUTBOX: flag
      .optional()
      .describe(
        'whether mail is shown at /dev/outbox to this machine when there is no SMTP_URL; by default only without PUBLIC_URL and TRUST_PROXY',
      ),
  })
  .superRefine((env, ctx) => {
    const together = (names: (keyof typeof env)[]) => {
      const set = names.filter((name) => env[name] !== undefined)
      if (set.length > 0 && set.length < names.length)
        for (const name of names.filter((n) => env[n] === undefined))
          ctx.addIssue({ code: 'custom', path: [name], message: `is needed together with ${set.join(', ')}` })
    }
    together(['LIVEKIT_URL', 'LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET'])
    together(['TLS_CERT', 'TLS_KEY'])
  })

/** The words after `npm start --`. */
const FLAGS = ['--lan', '--demo', '--steward']

export type Config = z.output<typeof Environment> & { lan: boolean; demo: boolean; steward: boolean }

/** Something in the environment is wrong; the message is a readable list of all of it. */
export class ConfigError extends PlainError {}

/** Reads and checks the whole configuration at once. `flags` are the words after `npm start --`. Throws {@link ConfigError}. */
export function readConfig(env: Record<string, string | undefined>, flags: readonly string[] = []): Config {
  const known = Object.fromEntries(
    Object.keys(Environment.shape).map((name) => [name, env[name] === '' ? undefined : env[name]]),
  )
  const parsed = Environment.safeParse(known)
  const strange = flags.filter((f) => !FLAGS.includes(f))
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`)),
    ...strange.map((f) => `${f}: not a known option (there are ${FLAGS.join(', ')})`),
  ]
  if (!parsed.success || problems.length > 0)
    throw new ConfigError(`These settings need a change:\n  ${problems.join('\n  ')}`)
  const has = (flag: string) => flags.includes(flag)
  return { ...parsed.data, lan: has('--lan'), demo: has('--demo'), steward: has('--steward') }
}

/** Every setting with its meaning and default, for the README's table. */
export const settings = Object.entries(Environment.shape).map(([name, type]) => ({
  name,
  about: type.description ?? '',
}))
