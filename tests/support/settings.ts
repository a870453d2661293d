const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')

/**
 * Every setting of a server under test, so that neither the developer's `.env` nor her shell affects it. An empty value
 * means unset.
 */
export function testSettings(databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    EMBEDDED_PG_PORT: '',
    DATA_DIR: '.data/test',
    HOST: '127.0.0.1',
    PORT: '3000',
    PUBLIC_URL: '',
    WORKERS: '',
    TRUSTED_PROXIES: '',
    SMTP_URL: '',
    MAIL_FROM: '',
    SESSION_KEY: key(1),
    SIGNING_KEY: key(2),
    DEMO: '',
    CLAMD_URL: '',
    WEBHOOK_HOSTS: '',
    SIGN_ON_HOSTS: '',
    SIGN_ON_ACR: '',
    S3_ENDPOINT: '',
    S3_REGION: '',
    S3_BUCKET: '',
    S3_ACCESS_KEY_ID: '',
    S3_SECRET_ACCESS_KEY: '',
    OFFLINE_COPIES: '',
    CONTROLLER_NAME: 'Controller of the tests',
    CONTROLLER_CONTACT: 'controller@test.example',
    NEEDS_AUTHORISATION: '',
    HELP_EMAIL: '',
    HELP_PHONE: '',
    RETENTION_LETTER_DAYS: '',
    RETENTION_UNCLAIMED_DAYS: '',
    RETENTION_ANSWER_YEARS: '',
    RETENTION_AUDIT_YEARS: '',
  }
}
