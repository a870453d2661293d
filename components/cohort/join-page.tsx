import { NameIn } from '@/components/ui/name-in'
import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { CodeForm } from '../form/code-form'
import { LANGUAGE_NAMES } from '../shell/language-names'
import { href } from '../shell/paths'
import { Facts } from '../ui/facts'
import { Name } from '../ui/name'
import { Ref } from '../ui/ref'
import { cohortDays } from './cohort-words'

const EXAMPLE = 'XXXX-XXXX'

type Texts = { locale: Locale; t: Translator }
type Cohort = {
  id: string
  name: string
  courses: readonly { courseId: string }[]
  locale: Locale
  startsOn: string
  endsOn: string
}
type Offered = { cohort: Cohort; institution: { nameArabic: string; nameLatin: string }; title: Localized }
type Props = Texts & {
  /** The cohorts that she may join because of the domain of her e-mail address. */
  open: readonly Offered[]
  /** The code that was typed, and why it was rejected. */
  refusal: { problem: 'closed' | 'elsewhere'; typed: string } | null
}

/** Asks for a code, and lists the cohorts that her e-mail address opens. */
export function JoinPage({ open, refusal, locale, t }: Props) {
  const action = href(locale, '/join')
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack-l">
        <div className="stack">
          <h1>{t('join.title')}</h1>
          <p>{t('join.lead')}</p>
          <CodeForm
            action={action}
            name="code"
            label={t('join.code')}
            hint={t.rich('join.codeHint', { form: () => <Ref key="form">{EXAMPLE}</Ref> })}
            typed={refusal?.typed ?? ''}
            problem={refusal && t(`join.problems.${refusal.problem}`)}
            submit={t('join.look')}
            t={t}
          />
        </div>
        <section className="stack" aria-labelledby="open">
          <h2 id="open">{t('join.open')}</h2>
          {open.length === 0 && <p className="muted">{t('join.noneOpen')}</p>}
          <ul className="plain stack">
            {open.map(({ cohort, institution, title }) => (
              <li key={cohort.id} className="card stack-s">
                <h3>
                  <a href={`${action}?cohort=${cohort.id}`}>{typeset(title[locale], locale)}</a>
                </h3>
                <p className="sm">
                  <NameIn names={institution} locale={locale} />
                </p>
                <p className="sm muted">
                  <Name>{cohort.name}</Name> · {cohortDays(cohort, locale, t)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </main>
  )
}

/** Her e-mail address decides which cohorts she may join, so she must confirm it first. */
export function ConfirmFirstPage({ locale, t }: Texts) {
  return (
    <main id="main" className="wrap page stack narrow">
      <h1>{t('join.title')}</h1>
      <p className="note warn">
        {t('join.unconfirmed')} <a href={href(locale, '/confirm')}>{t('account.confirm.title')}</a>
      </p>
    </main>
  )
}

type OneProps = Texts &
  Offered & {
    place: 'active' | 'asked' | 'waiting'
    /** She has that place already. */
    unchanged: boolean
    /** What names the cohort in the form: the code that she has, or its id. */
    way: { code: string } | { cohortId: string }
  }

/** The cohort that a person is about to join, and who will see what: shown before she joins. */
export function JoinCohortPage(props: OneProps) {
  const { cohort, institution, title, unchanged, locale, t } = props
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <p className="sm muted">{t('join.title')}</p>
        <h1>{typeset(title[locale], locale)}</h1>
        <Facts
          facts={[
            { label: t('join.institution'), value: <NameIn names={institution} locale={locale} /> },
            { label: t('cohorts.list.name'), value: <Name>{cohort.name}</Name> },
            { label: t('cohorts.list.days'), value: cohortDays(cohort, locale, t) },
            {
              label: t('join.language'),
              value: <span lang={cohort.locale}>{LANGUAGE_NAMES[cohort.locale]}</span>,
            },
          ]}
        />
        {unchanged ? <AlreadyIn {...props} /> : <Join {...props} />}
        <p>
          <a href={href(locale, '/join')}>{t('join.other')}</a>
        </p>
      </div>
    </main>
  )
}

function Join({ place, way, locale, t }: OneProps) {
  const field = 'code' in way ? { name: 'code', value: way.code } : { name: 'cohort', value: way.cohortId }
  return (
    <>
      <div className="note stack-s">
        <p>{t('join.seen')}</p>
        <p>{t('join.notSeen')}</p>
      </div>
      <p>{t(`join.outlook.${place}`)}</p>
      <form method="post" action={href(locale, '/join')}>
        <input type="hidden" {...field} />
        <button type="submit" className="btn primary">
          {t(`join.press.${place}`)}
        </button>
      </form>
    </>
  )
}

function AlreadyIn({ cohort, place, locale, t }: OneProps) {
  const active = place === 'active'
  return (
    <>
      <p className="note ok">{t(`join.unchanged.${place}`)}</p>
      <p>
        <a
          className="btn primary"
          href={href(
            locale,
            active && cohort.courses[0] ? `/courses/${cohort.courses[0].courseId}` : '/learning#requests',
          )}
        >
          {t(active ? 'join.toCourse' : 'join.toRequests')}
        </a>
      </p>
    </>
  )
}
