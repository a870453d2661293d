import type { Metadata } from 'next'
import { readLocale } from '@/app/[locale]/locale-params'
import { requirePerson } from '@/app/[locale]/require-person'
import { MyData } from '@/components/access/my-data'
import { Sessions } from '@/components/access/sessions'
import { href } from '@/components/shell/paths'
import type { Locale } from '@/domain/locale'
import { formatDateTime, type Translator } from '@/i18n/translator'
import { exportMyData } from '@/server/account/my-data'
import { requirePermission } from '@/server/auth/permit'
import { DeletionForm, NamesForm, PasswordForm, ProfileForm } from './account-forms'
import { describeData } from './describe-data'
import { Seen } from './seen'
import { signOutAction, signOutEverywhereAction } from './session-actions'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ before?: string | string[] }> }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { t } = await readLocale(params)
  return { title: t('nav.account') }
}

export default async function AccountPage({ params, searchParams }: Props) {
  const { locale, t } = await readLocale(params)
  const person = await requirePerson(locale)
  const permit = await requirePermission('account:read', { accountId: person.accountId })
  const { before } = await searchParams
  const data = await exportMyData(permit)
  const account = data.Account[0]

  return (
    <main id="main" className="wrap page">
      <div className="narrow stack-l">
        <div className="stack">
          <h1>{t('nav.account')}</h1>
          <form action={signOutAction} className="row">
            <bdi className="email">{account?.email}</bdi>
            <button type="submit" className="btn">
              {t('nav.signOut')}
            </button>
          </form>
          {!person.confirmed && (
            <p className="note warn">
              {t('account.unconfirmed')} <a href={href(locale, '/confirm')}>{t('account.confirm.title')}</a>
            </p>
          )}
        </div>
        <Section id="names" title={t('account.names.title')}>
          {account && (
            <NamesForm
              t={t}
              account={account}
              certified={data.Certificate.length > 0}
              confirmed={data.IdentityConfirmation.length > 0}
            />
          )}
        </Section>
        <Section id="profile" title={t('account.profile.title')}>
          {account && <ProfileForm t={t} account={account} />}
        </Section>
        <Section id="password" title={t('account.password.title')}>
          <PasswordForm t={t} />
        </Section>
        <Section id="second-factor" title={t('secondFactor.title')}>
          <SecondFactorLine t={t} locale={locale} since={data.SecondFactor[0]?.confirmedAt ?? null} />
        </Section>
        <Section id="sessions" title={t('account.sessions.title')}>
          <p>{t('account.sessions.lead')}</p>
          <Sessions
            here={t('account.sessions.here')}
            everywhere={t('account.sessions.everywhere')}
            signOutEverywhere={signOutEverywhereAction}
            sessions={data.Session.filter(({ expiresAt }) => expiresAt > new Date()).map(({ id, createdAt }) => ({
              id,
              since: t('account.sessions.since', { date: formatDateTime(createdAt, locale) }),
              here: id === person.sessionId,
            }))}
          />
        </Section>
        <Section id="seen" title={t('account.seen.title')}>
          <Seen permit={permit} before={typeof before === 'string' ? before : null} locale={locale} t={t} />
        </Section>
        <Section id="data" title={t('account.data.title')}>
          <p>{t('account.data.lead')}</p>
          <MyData tables={describeData(data, locale, t)} />
          <p>
            <a className="btn" href="/api/account/data" download>
              {t('account.data.download')}
            </a>
          </p>
        </Section>
        <Section id="delete" title={t('account.delete.title')}>
          <DeletionForm t={t} />
        </Section>
      </div>
    </main>
  )
}

function SecondFactorLine({ t, locale, since }: { t: Translator; locale: Locale; since: Date | null }) {
  return (
    <>
      <p>
        {since ? t('secondFactor.on.since', { date: formatDateTime(since, locale) }) : t('secondFactor.account.off')}
      </p>
      <p>
        <a className="btn" href={href(locale, '/account/second-factor')}>
          {t(since ? 'secondFactor.account.manage' : 'secondFactor.account.turnOn')}
        </a>
      </p>
    </>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
