import type { Locale } from '@/domain/locale'
import { formatDate, formatDateTime, formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { CardTable } from '../ui/card-table'
import { Facts } from '../ui/facts'
import { Ref } from '../ui/ref'

type MissingSetting = 'CONTROLLER_NAME' | 'CONTROLLER_CONTACT' | 'HELP_EMAIL' | 'HELP_PHONE' | 'PUBLIC_URL' | 'SMTP_URL'
type JobName = 'mail' | 'lists' | 'recalls' | 'surveys' | 'reviews' | 'staff' | 'files' | 'webhooks' | 'retention'
type Job = { name: string; endedAt: Date | null; failedAt: Date | null; behind: boolean }
type Mail = { problem: string | null; kind: string; label: string; count: number; last: Date }
type Texts = { locale: Locale; t: Translator }
type Props = Texts & {
  jobs: readonly Job[]
  /** Since when no job has run; null if they run. */
  standsSince: Date | null
  mails: readonly Mail[]
  backupAt: Date | null
  /** The jobs that can be started by hand. */
  names: readonly JobName[]
  done: 'started' | 'again' | null
  /** The missing settings, without which some feature is off. */
  missing: readonly MissingSetting[]
}

/** The state of the jobs, the mail and the backups, and the acts on them. */
export function PlatformPage({ jobs, standsSince, mails, backupAt, names, done, missing, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack-l">
      <div className="stack">
        <p className="sm">
          <a href={href(locale, '/desk')}>{t('desk.work')}</a>
        </p>
        <h1>{t('desk.state.title')}</h1>
        {done && (
          <p className="note ok" role="status">
            {t(`desk.state.done.${done}`)}
          </p>
        )}
      </div>
      <Jobs jobs={jobs} standsSince={standsSince} names={names} locale={locale} t={t} />
      <Mails mails={mails} locale={locale} t={t} />
      <section className="stack" aria-labelledby="backup">
        <h2 id="backup">{t('desk.state.backup')}</h2>
        <p className="prose">
          {backupAt ? t('desk.state.backupAt', { date: formatDate(backupAt, locale) }) : t('desk.state.backupNone')}
        </p>
      </section>
      <section className="stack" aria-labelledby="regrades">
        <h2 id="regrades">{t('regrade.title')}</h2>
        <p>
          <a href={href(locale, '/desk/platform/regrades')}>{t('regrade.open')}</a>
        </p>
      </section>
      <Settings missing={missing} t={t} />
    </main>
  )
}

function Settings({ missing, t }: Pick<Props, 'missing' | 't'>) {
  return (
    <section className="stack" aria-labelledby="settings">
      <h2 id="settings">{t('desk.state.settings.title')}</h2>
      {missing.length === 0 && <p>{t('desk.state.settings.none')}</p>}
      {missing.length > 0 && (
        <>
          <p className="prose">{t('desk.state.settings.lead')}</p>
          <Facts
            facts={missing.map((name) => ({
              label: name,
              value: t(`desk.state.settings.what.${name}`),
            }))}
          />
        </>
      )}
    </section>
  )
}

function Jobs({ jobs, standsSince, names, locale, t }: Texts & Pick<Props, 'jobs' | 'standsSince' | 'names'>) {
  const heads = [t('desk.state.job'), t('desk.state.ended'), t('desk.state.failed'), t('desk.state.state')] as const
  const when = (time: Date | null | undefined) => (time ? formatDateTime(time, locale) : '–')
  return (
    <section className="stack" aria-labelledby="jobs">
      <h2 id="jobs">{t('desk.state.jobs')}</h2>
      {standsSince && (
        <p className="note bad" role="status">
          {t('desk.state.stands', { date: formatDateTime(standsSince, locale) })}
        </p>
      )}
      {jobs.length === 0 && <p>{t('desk.state.runNone')}</p>}
      <CardTable caption={t('desk.state.jobs')} headings={[...heads, t('desk.state.run')]}>
        {names.map((name) => {
          const job = jobs.find((one) => one.name === name)
          return (
            <tr key={name}>
              <th scope="row">{t(`desk.state.names.${name}`)}</th>
              <td data-label={heads[1]}>{when(job?.endedAt)}</td>
              <td data-label={heads[2]}>{when(job?.failedAt)}</td>
              <td data-label={heads[3]}>
                {job && (
                  <span className={job.behind ? 'chip bad' : 'chip ok'}>
                    {t(job.behind ? 'desk.state.behind' : 'desk.state.ok')}
                  </span>
                )}
              </td>
              <td>
                <form method="post" action={href(locale, '/desk/platform/run')}>
                  <input type="hidden" name="job" value={name} />
                  <button type="submit" className="btn">
                    {t('desk.state.run')}
                    <span className="sr">: {t(`desk.state.names.${name}`)}</span>
                  </button>
                </form>
              </td>
            </tr>
          )
        })}
      </CardTable>
    </section>
  )
}

function Mails({ mails, locale, t }: Texts & Pick<Props, 'mails'>) {
  const heads = [t('desk.state.problem'), t('desk.state.kind'), t('desk.state.count'), t('desk.state.last')] as const
  return (
    <section className="stack" aria-labelledby="mail">
      <h2 id="mail">{t('desk.state.mail')}</h2>
      {mails.length === 0 && <p>{t('desk.state.mailNone')}</p>}
      {mails.length > 0 && (
        <>
          <p className="prose">{t('desk.state.mailLead')}</p>
          <CardTable caption={t('desk.state.mail')} headings={heads}>
            {mails.map(({ problem, kind, label, count, last }) => (
              <tr key={`${problem} ${kind}`}>
                <th scope="row">
                  <Ref>{problem ?? '–'}</Ref>
                </th>
                <td data-label={heads[1]}>{label}</td>
                <td data-label={heads[2]} className="num">
                  {formatNumber(count, locale)}
                </td>
                <td data-label={heads[3]}>{formatDateTime(last, locale)}</td>
              </tr>
            ))}
          </CardTable>
          <p className="sm muted prose">{t('desk.state.againNote')}</p>
          <form method="post" action={href(locale, '/desk/platform/mail')}>
            <button type="submit" className="btn primary">
              {t('desk.state.again')}
            </button>
          </form>
        </>
      )}
    </section>
  )
}
