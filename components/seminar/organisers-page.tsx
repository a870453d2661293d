import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { mayAnswer, organiserState } from '@/domain/seminar/organiser'
import { formatDate, type Translator } from '@/i18n/translator'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { NameIn } from '../ui/name-in'
import { SeminarFrame } from './form-pages'

type Named = { nameArabic: string; nameLatin: string }
type Asked = Named & { institutionId: string; askedAt: Date; acceptedAt: Date | null; withdrawnAt: Date | null }
type Props = {
  seminar: { id: string; organisers: readonly Asked[] }
  /** The institutions that can still be asked. */
  possible: readonly (Named & { id: string })[]
  state: FormState
  locale: Locale
  t: Translator
}

/** The institutions that organise a seminar together with the one that owns it. */
export function OrganisersPage({ seminar: { id, organisers }, possible, state, locale, t }: Props) {
  const path = href(locale, `/seminars/${id}`)
  const action = `${path}/organisers`
  return (
    <SeminarFrame back={{ href: path, label: t('seminar.backOne') }} heading={t('seminar.organisers.title')}>
      <p className="prose">{t('seminar.organisers.lead')}</p>
      {organisers.length === 0 && <p className="card">{t('seminar.organisers.none')}</p>}
      {organisers.length > 0 && (
        <ul className="plain stack">
          {organisers.map((one) => (
            <AskedOne key={one.institutionId} one={one} action={action} locale={locale} t={t} />
          ))}
        </ul>
      )}
      {possible.length > 0 && (
        <section className="stack" aria-labelledby="ask">
          <h2 id="ask">{t('seminar.organisers.ask')}</h2>
          <SectionForm
            id="organiser"
            action={action}
            fields={[
              {
                kind: 'select',
                name: 'institution',
                label: t('seminar.organisers.institution'),
                options: possible.map((one) => ({ value: one.id, label: nameIn(one, locale) })),
                choose: t('fields.choose'),
              },
            ]}
            submit={t('seminar.organisers.askButton')}
            state={state}
            t={t}
          />
        </section>
      )}
    </SeminarFrame>
  )
}

function AskedOne({ one, action, locale, t }: { one: Asked; action: string; locale: Locale; t: Translator }) {
  const state = organiserState(one)
  return (
    <li className="card stack-s">
      <p>
        <strong>
          <NameIn names={one} locale={locale} />
        </strong>
      </p>
      <p className="row sm">
        <span className={state === 'accepted' ? 'chip ok' : 'chip'}>{t(`seminar.organisers.states.${state}`)}</span>
        <span className="muted">{formatDate(one.askedAt, locale)}</span>
      </p>
      {mayAnswer(state, 'take-back') && (
        <form method="post" action={action}>
          <input type="hidden" name="ended" value={one.institutionId} />
          <button type="submit" className="btn">
            {t(state === 'accepted' ? 'seminar.organisers.end' : 'seminar.organisers.takeBack')}
            <span className="sr"> : {nameIn(one, locale)}</span>
          </button>
        </form>
      )}
    </li>
  )
}
