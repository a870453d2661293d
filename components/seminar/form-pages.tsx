import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { NameIn } from '../ui/name-in'
import type { ReviewView } from './change-review'
import { emptySeminar, type SeminarValues } from './seminar-fields'
import { SeminarForm, type SeminarFormChoices } from './seminar-form'

type Words = { locale: Locale; t: Translator }
type Named = { id: string; nameArabic: string; nameLatin: string }

type FrameProps = { back: { href: string; label: string }; heading: string; children: ReactNode }

/** A page with a form about a seminar, and the way back. */
export function SeminarFrame({ back, heading, children }: FrameProps) {
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <p className="sm">
          <a href={back.href}>{back.label}</a>
        </p>
        <h1>{heading}</h1>
        {children}
      </div>
    </main>
  )
}

type NewProps = Words & {
  institution: Named
  /** The cohort that is chosen at first; empty for none. */
  cohort: string
  choices: SeminarFormChoices
  state: FormState
}

export function SeminarNewPage({ institution, cohort, choices, state, locale, t }: NewProps) {
  const back = { href: href(locale, `/institutions/${institution.id}/seminars`), label: t('seminar.ofInstitution') }
  return (
    <SeminarFrame back={back} heading={t('seminar.form.newTitle')}>
      <p className="muted">
        <NameIn names={institution} locale={locale} />
      </p>
      <SeminarForm
        action={`${href(locale, '/seminars/new')}?institution=${institution.id}`}
        values={emptySeminar(cohort)}
        version={null}
        choices={choices}
        state={state}
        submit={t('seminar.form.create')}
        review={null}
        locale={locale}
        t={t}
      />
    </SeminarFrame>
  )
}

/** For somebody who administers several institutions, or none. */
export function ChooseInstitutionPage({ institutions, locale, t }: Words & { institutions: readonly Named[] }) {
  return (
    <SeminarFrame back={{ href: href(locale, '/seminars'), label: t('seminar.back') }} heading={t('seminar.new')}>
      <p>{t('seminar.chooseInstitution')}</p>
      <ul className="plain stack-s">
        {institutions.map((institution) => (
          <li key={institution.id}>
            <a href={`${href(locale, '/seminars/new')}?institution=${institution.id}`}>
              <NameIn names={institution} locale={locale} />
            </a>
          </li>
        ))}
      </ul>
    </SeminarFrame>
  )
}

type EditProps = Words & {
  seminar: { id: string; version: number; values: SeminarValues }
  /** How many people are told of another time or place; null while nobody knows of the seminar. */
  recipients: number | null
  /** What saving would do, once it has been asked for; null before. */
  review: ReviewView | null
  choices: SeminarFormChoices
  state: FormState
}

export function SeminarEditPage({
  seminar: { id, version, values },
  recipients,
  review,
  choices,
  state,
  locale,
  t,
}: EditProps) {
  const path = href(locale, `/seminars/${id}`)
  return (
    <SeminarFrame back={{ href: path, label: t('seminar.backOne') }} heading={t('seminar.form.editTitle')}>
      {recipients !== null && (
        <p className="note">{t('seminar.form.tellsLead', { count: formatNumber(recipients, locale) })}</p>
      )}
      <SeminarForm
        action={`${path}/edit`}
        values={values}
        version={version}
        choices={choices}
        state={state}
        submit={t('seminar.form.save')}
        review={review}
        locale={locale}
        t={t}
      />
    </SeminarFrame>
  )
}
