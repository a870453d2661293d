import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { describe, expect, it } from 'vitest'
import { readEnv } from './env'
import { settingsSchema } from './settings-schema'

const KEY = Buffer.alloc(32, 7).toString('base64')
const KEYS = { SESSION_KEY: KEY, SIGNING_KEY: KEY }
const SERVER = { DATABASE_URL: 'postgresql://site:s3cret@db.example:5432/site', ...KEYS }

/** The error message if the site is started with these settings; empty if they are valid. */
function complaint(settings: Record<string, string>): string {
  try {
    readEnv(settings)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

describe('the settings', () => {
  it('are all optional: without any, the site runs on its embedded database', () => {
    expect(readEnv({})).toMatchObject({ embedded: true, port: 3000, publicUrl: 'http://localhost:3000', demo: true })
  })

  it('count an empty value as none', () => {
    expect(readEnv({ PORT: '', PUBLIC_URL: ' ', DATABASE_URL: '' })).toEqual(readEnv({}))
  })

  it('ignore an unknown name, for example the key that earlier versions asked for', () => {
    expect(readEnv({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'no key' })).toEqual(readEnv({}))
  })

  it('are those that .env.example lists, each once', () => {
    const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z\d_]+)=/gm)].map(([, name]) => name)

    expect(listed.toSorted()).toEqual(Object.keys(settingsSchema.shape).toSorted())
  })

  it('start one process by default, and one for each core if they ask for that', () => {
    expect(readEnv({}).workers).toBe(1)
    expect(readEnv({ WORKERS: '3' }).workers).toBe(3)
    expect(readEnv({ WORKERS: 'auto' }).workers).toBe(availableParallelism())
  })

  it('name the hosts of identity providers in the internal network, and what counts as a second factor', () => {
    expect(readEnv({})).toMatchObject({ signOnHosts: [], signOnAcr: [] })
    const given = readEnv({
      SIGN_ON_HOSTS: 'sso.ecole.ma:8443',
      SIGN_ON_ACR: ' https://sso.ma|mfa  https://b.ma/|urn:two',
    })
    expect(given.signOnHosts).toEqual(['sso.ecole.ma:8443'])
    expect(given.signOnAcr).toEqual([
      { issuer: 'https://sso.ma', acr: 'mfa' },
      { issuer: 'https://b.ma/', acr: 'urn:two' },
    ])
    for (const wrong of ['mfa', 'https://sso.ma', 'https://sso.ma|', '|mfa', 'https://sso.ma|a|b']) {
      expect(complaint({ SIGN_ON_ACR: wrong })).toMatch(/^SIGN_ON_ACR must be/)
    }
    expect(complaint({ SIGN_ON_HOSTS: 'https://sso.ecole.ma/' })).toMatch(/^SIGN_ON_HOSTS must be/)
  })

  it('name the hosts of webhooks in the internal network, or none', () => {
    expect(readEnv({}).webhookHosts).toEqual([])
    expect(readEnv({ WEBHOOK_HOSTS: 'SI.ecole.ma, 10.0.0.5:8443' }).webhookHosts).toEqual([
      'si.ecole.ma',
      '10.0.0.5:8443',
    ])
    expect(complaint({ WEBHOOK_HOSTS: 'https://si.ecole.ma/' })).toMatch(/^WEBHOOK_HOSTS must be/)
  })

  const S3 = {
    S3_ENDPOINT: 'https://s3.example.ma',
    S3_BUCKET: 'formation',
    S3_ACCESS_KEY_ID: 'id',
    S3_SECRET_ACCESS_KEY: 'secret',
  }
  it('keep files in the database, or in a store that is named whole', () => {
    expect(readEnv({}).s3).toBeNull()
    expect(readEnv(S3).s3).toMatchObject({ endpoint: 'https://s3.example.ma', bucket: 'formation' })
  })

  it.each(Object.keys(S3))('demand %s beside the other settings of the store', (name) => {
    expect(complaint({ ...S3, [name]: '' })).toMatch(new RegExp(`^${name} is missing`))
  })

  it.each(['127.0.0.1:3310', 'http://127.0.0.1:3310', 'tcp://127.0.0.1', 'unix:clamd.ctl'])(
    'refuse %s as a scanner',
    (CLAMD_URL) => expect(complaint({ CLAMD_URL })).toMatch(/^CLAMD_URL must be/),
  )
  it.each(['tcp://127.0.0.1:3310', 'tcp://[::1]:3310', 'unix:/run/clamav/clamd.ctl'])(
    'take %s as a scanner',
    (CLAMD_URL) => expect(readEnv({ CLAMD_URL }).clamdUrl).toBe(CLAMD_URL),
  )

  it('make links with the served port', () => {
    expect(readEnv({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080')
    expect(readEnv({ PUBLIC_URL: 'https://formation.example.ma/' }).publicUrl).toBe('https://formation.example.ma')
  })

  it('accept an external database with keys of its own', () => {
    expect(readEnv(SERVER)).toMatchObject({ embedded: false, databaseUrl: SERVER.DATABASE_URL, sessionKey: KEY })
  })

  it.each(Object.keys(KEYS))('demand %s beside DATABASE_URL, and say how to make one', (name) => {
    expect(complaint({ ...SERVER, [name]: '' })).toMatch(new RegExp(`^${name} is missing: .*node -p`))
  })

  it.each([
    ['DATABASE_URL', { ...KEYS, DATABASE_URL: 'mysql://db' }],
    ['DATABASE_URL', { ...KEYS, DATABASE_URL: 'db:5432' }],
    ['PORT', { PORT: '0' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '3e3' }],
    ['EMBEDDED_PG_PORT', { EMBEDDED_PG_PORT: 'many' }],
    ['HOST', { HOST: 'two words' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'formation.example.ma' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://example.ma/formation' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'ftp://example.ma' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '-1' }],
    ['WORKERS', { WORKERS: '0' }],
    ['WORKERS', { WORKERS: 'all' }],
    ['SMTP_URL', { SMTP_URL: 'mail.example.ma', MAIL_FROM: 'a@example.ma' }],
    ['MAIL_FROM', { MAIL_FROM: 'formation' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example.ma' }],
    ['SESSION_KEY', { SESSION_KEY: 'secret' }],
    ['SIGNING_KEY', { SIGNING_KEY: Buffer.alloc(16).toString('base64') }],
    ['DEMO', { DEMO: 'yes' }],
    ['OFFLINE_COPIES', { OFFLINE_COPIES: 'no' }],
  ])('name a wrong %s in one sentence: %j', (name, settings) => {
    const sentence = complaint(settings)

    expect(sentence.split('\n')).toHaveLength(1)
    expect(sentence).toMatch(new RegExp(`^${name} (must|is missing)`))
  })

  it('report all the wrong values at once', () => {
    expect(complaint({ PORT: 'x', DEMO: 'x' }).split('\n')).toHaveLength(2)
  })

  it('do not repeat a secret', () => {
    const said =
      complaint({ ...SERVER, SESSION_KEY: 'hunter2', PORT: 'x' }) + complaint({ DATABASE_URL: 'mysql://u:hunter2@h/d' })

    expect(said).not.toMatch(/hunter2|s3cret/)
  })
})
