import 'server-only'
import { z } from 'zod'

export const MAKE_KEY = `node -p "crypto.randomBytes(32).toString('base64')"`

const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`
  return z.string().regex(/^\d+$/, error).transform(Number).pipe(z.number().min(from, error).max(to, error))
}

const address = (protocols: readonly string[], error: string) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), { error, abort: true })

const origin = address(['http:', 'https:'], 'must be an address like https://formation.example.ma')
  .refine((value) => new URL(value).pathname === '/', 'must be an address without a path')
  .transform((value) => new URL(value).origin)

function isScanner(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, hostname, port, pathname } = new URL(value)
  return protocol === 'tcp:' ? hostname !== '' && port !== '' : protocol === 'unix:' && pathname.startsWith('/')
}

// Hosts of the own network, each with its port unless that is the usual one.
const ownHosts = z
  .string()
  .regex(
    /^\s*[\w.:[\]-]+(\s*,\s*[\w.:[\]-]+)*\s*$/,
    'must be hosts like si.ecole.ma or 10.0.0.5:8443, with commas between them',
  )
  .default('')
  .transform((value) =>
    value
      .toLowerCase()
      .split(',')
      .map((host) => host.trim())
      .filter(Boolean),
  )

function acceptedContext(pair: string): { issuer: string; acr: string } {
  const [issuer = '', acr = ''] = pair.split('|')
  return { issuer, acr }
}

// 32 random bytes: an Ed25519 seed for credentials, HMAC-SHA-256 for sessions.
const key = z
  .string()
  .refine(
    (value) => /^[A-Za-z0-9+/]{43}=$/.test(value),
    `must be 32 random bytes in base64; make them with: ${MAKE_KEY}`,
  )

const settings = z.object({
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'must be an address like postgresql://user:password@host:5432/name',
  ).optional(),
  EMBEDDED_PG_PORT: wholeNumber(1, 65_535).optional(),
  DATA_DIR: z.string().default('.data'),
  PORT: wholeNumber(1, 65_535).optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address of this machine, like 127.0.0.1 or 0.0.0.0')
    .optional(),
  PUBLIC_URL: origin.optional(),
  WORKERS: z.union([z.literal('auto'), wholeNumber(1, 64)], 'must be a whole number from 1 to 64, or auto').default(1),
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  SMTP_URL: address(['smtp:', 'smtps:'], 'must be an address like smtp://user:password@host:587').optional(),
  MAIL_FROM: z.string().includes('@', { error: 'must be an e-mail address' }).default('no-reply@localhost'),
  CLAMD_URL: z
    .string()
    .refine(isScanner, 'must be an address like tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl')
    .optional(),
  // The hosts to which webhooks may be sent although their address is not public.
  WEBHOOK_HOSTS: ownHosts,
  // The same for the identity providers of institutions.
  SIGN_ON_HOSTS: ownHosts,
  // The authentication contexts (`acr`) that count as a second factor, each of one identity provider.
  SIGN_ON_ACR: z
    .string()
    .regex(
      /^\s*(https?:[^\s|]+\|[^\s|]+(\s+|$))*$/,
      'must be pairs like https://sso.ecole.ma/realms/ecole|mfa, with spaces between them',
    )
    .default('')
    .transform((value) => value.split(/\s+/).filter(Boolean).map(acceptedContext)),
  S3_ENDPOINT: origin.optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/, 'must be the name of a bucket')
    .optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  SESSION_KEY: key.optional(),
  SIGNING_KEY: key.optional(),
  DEMO: z.enum(['0', '1'], 'must be 0 or 1').default('1'),
  OFFLINE_COPIES: z.enum(['0', '1'], 'must be 0 or 1').default('1'),
  CONTROLLER_NAME: z.string().optional(),
  CONTROLLER_CONTACT: z.string().optional(),
  // Without the authorisation of the data-protection commission, nobody is asked what she needs at a seminar.
  NEEDS_AUTHORISATION: z
    .string()
    .regex(/^[\w ./°-]{3,60}$/, 'must be the reference of the authorisation, of at most 60 characters')
    .optional(),
  HELP_EMAIL: z.email('must be an e-mail address').optional(),
  HELP_PHONE: z
    .string()
    .regex(/^\+?[\d ().-]{5,40}$/, 'must be a telephone number')
    .optional(),
  RETENTION_LETTER_DAYS: wholeNumber(1, 365).default(30),
  // An invitation works for three weeks: no place is deleted while an invitation to it is valid.
  RETENTION_UNCLAIMED_DAYS: wholeNumber(30, 730).default(90),
  RETENTION_ANSWER_YEARS: wholeNumber(1, 10).default(3),
  RETENTION_AUDIT_YEARS: wholeNumber(1, 20).default(5),
})
export type Settings = z.infer<typeof settings>

// The embedded database stores keys of its own; servers that share a database must be given the same ones.
const KEYS = ['SESSION_KEY', 'SIGNING_KEY'] as const

const S3 = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

/** The settings of a command that uses no key. */
export const keylessSettingsSchema = settings.superRefine((given, context) => {
  if (S3.some((name) => given[name] !== undefined)) {
    for (const name of S3.filter((one) => given[one] === undefined)) {
      context.addIssue({
        code: 'custom',
        path: [name],
        message: 'is missing: the store of files needs all S3 settings',
      })
    }
  }
  if (given.SMTP_URL && given.MAIL_FROM.endsWith('@localhost')) {
    context.addIssue({
      code: 'custom',
      path: ['MAIL_FROM'],
      message: 'is missing: mail sent through SMTP_URL needs a sender',
    })
  }
})

export const settingsSchema = keylessSettingsSchema.superRefine((given, context) => {
  if (!given.DATABASE_URL) return
  for (const name of KEYS.filter((key) => given[key] === undefined)) {
    context.addIssue({
      code: 'custom',
      path: [name],
      message: `is missing: it must be set beside DATABASE_URL; make one with: ${MAKE_KEY}`,
    })
  }
})
