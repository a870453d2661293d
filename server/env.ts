import 'server-only'
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { onceInProcess } from './once-in-process'
import { explainSettings, SettingsError } from './settings-error'
import { keylessSettingsSchema, type Settings, settingsSchema } from './settings-schema'

/** Every setting of the platform, validated. `.env.example` describes them. */
export type Env = ReturnType<typeof readEnv>

/** @throws {SettingsError} with one sentence for each wrong setting. */
export function readEnv(source: Readonly<Record<string, string | undefined>>, schema = settingsSchema) {
  // An empty value counts as unset: `.env` files are full of `NAME=`.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new SettingsError(explainSettings(z.flattenError(parsed.error).fieldErrors))

  return named(parsed.data)
}

const DEFAULT_PORT = 3000

/** The settings without which users miss something on the site. @see docs/operations.md */
const SHOWN_SETTINGS = [
  'CONTROLLER_NAME',
  'CONTROLLER_CONTACT',
  'HELP_EMAIL',
  'HELP_PHONE',
  'PUBLIC_URL',
  'SMTP_URL',
] as const

function named(settings: Settings) {
  const port = settings.PORT ?? DEFAULT_PORT
  return {
    /** Without DATABASE_URL, the database is the embedded PostgreSQL of this folder. */
    embedded: settings.DATABASE_URL === undefined,
    databaseUrl: settings.DATABASE_URL,
    embeddedPort: settings.EMBEDDED_PG_PORT,
    dataDir: path.resolve(settings.DATA_DIR),
    port,
    portIsGiven: settings.PORT !== undefined,
    host: settings.HOST,
    /** How many worker processes serve the site, each on a core of its own. */
    workers: settings.WORKERS === 'auto' ? availableParallelism() : settings.WORKERS,
    /** The origin of the site in links, without a slash at the end. */
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${port}`,
    trustedProxies: settings.TRUSTED_PROXIES,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM,
    /** Where ClamAV's daemon listens. Without it, files are not scanned. */
    clamdUrl: settings.CLAMD_URL,
    /** The hosts to which webhooks may be sent though their address is not public. */
    webhookHosts: settings.WEBHOOK_HOSTS,
    /** The hosts of identity providers that may have an address that is not public. */
    signOnHosts: settings.SIGN_ON_HOSTS,
    /**
     * The values of `acr` that count as a second factor, each for one provider, since any provider can claim any value.
     */
    signOnAcr: settings.SIGN_ON_ACR,
    /** Where files are kept; null: in the database. */
    s3: s3Of(settings),
    sessionKey: settings.SESSION_KEY,
    signingKey: settings.SIGNING_KEY,
    demo: settings.DEMO === '1',
    /** Whether a device may keep a course. */
    offlineCopies: settings.OFFLINE_COPIES === '1',
    controllerName: settings.CONTROLLER_NAME,
    controllerContact: settings.CONTROLLER_CONTACT,
    /** The reference of the authorisation for asking participants about their needs; without it nobody is asked. */
    needsAuthorisation: settings.NEEDS_AUTHORISATION,
    helpEmail: settings.HELP_EMAIL,
    helpPhone: settings.HELP_PHONE,
    /** Those of `SHOWN_SETTINGS` that are not set. */
    missing: SHOWN_SETTINGS.filter((name) => settings[name] === undefined),
    /** How long data is kept. */
    terms: {
      letterDays: settings.RETENTION_LETTER_DAYS,
      unclaimedDays: settings.RETENTION_UNCLAIMED_DAYS,
      answerYears: settings.RETENTION_ANSWER_YEARS,
      auditYears: settings.RETENTION_AUDIT_YEARS,
    },
  }
}

function s3Of(settings: Settings) {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_REGION } = settings
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return null
  return {
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    bucket: S3_BUCKET,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  }
}

/** The settings of this process, read once. */
export const env = onceInProcess('settings', () => readEnv(process.env))

/**
 * Reads the settings of a command that works on the site's database and uses no key. It must not start an empty
 * database of its own. @throws {SettingsError} if there is none, or if a setting is wrong
 */
export function readSettingsWithoutKeys(): void {
  const settings = readEnv(process.env, keylessSettingsSchema)
  if (settings.embedded && !existsSync(settings.dataDir)) {
    throw new SettingsError(['DATABASE_URL is missing: it must be the address of the database of the site.'])
  }
  env.set(settings)
}

/** The file in which the launcher of the embedded database records how to reach it. */
export function postgresRecordPath(dataDir: string = env().dataDir): string {
  return path.join(dataDir, 'postgres.json')
}

/** DATABASE_URL, or the address of the embedded database. @throws if that one is not running. */
export function databaseUrl(): string {
  const { databaseUrl: given } = env()
  if (given) return given

  const record = postgresRecordPath()
  if (!existsSync(record))
    throw new SettingsError(['The database is not running: use `npm start`, or `npm run db -- up`.'])
  return z.object({ url: z.string() }).parse(JSON.parse(readFileSync(record, 'utf8'))).url
}
