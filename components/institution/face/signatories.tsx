import type { SignatoryFields } from '@/domain/institution/face'
import type { Locale } from '@/domain/locale'
import type { Day } from '@/domain/time/day'
import { formatDate, type Translator } from '@/i18n/translator'
import type { Field } from '../../form/field'
import { SectionForm } from '../../form/form'
import { type FormState, UNTOUCHED } from '../../form/form-state'

export type Signatory = SignatoryFields & { id: string }
type Shared = { action: string; state: FormState; locale: Locale; t: Translator }

/** Who signs the papers of an institution, and when; with a form to name one more. */
export function Signatories({
  signatories,
  today,
  ...shared
}: Shared & { signatories: readonly Signatory[]; today: Day }) {
  const { action, state, t } = shared
  return (
    <section className="stack" aria-labelledby="signatories">
      <h2 id="signatories">{t('face.signatories')}</h2>
      <p className="prose">{t('face.signatoriesLead')}</p>
      {signatories.length === 0 && <p className="card">{t('face.noSignatory')}</p>}
      {signatories.length > 0 && (
        <ul className="plain stack">
          {signatories.map((signatory) => (
            <SignatoryCard key={signatory.id} signatory={signatory} today={today} {...shared} />
          ))}
        </ul>
      )}
      <h3>{t('face.add')}</h3>
      <SectionForm
        id="signatory"
        action={action}
        fields={newFields(t)}
        submit={t('face.addButton')}
        state={state.form === 'add' ? state : UNTOUCHED}
        t={t}
      />
    </section>
  )
}

function SignatoryCard({ signatory, today, action, state, locale, t }: Shared & { signatory: Signatory; today: Day }) {
  const { id, nameArabic, nameLatin, titleArabic, titleLatin, fromDay, toDay } = signatory
  const signsToday = fromDay <= today && (toDay === null || toDay >= today)
  const refused = state.form === id
  // Somebody else was to sign from a day on: the form ends this mandate the day before.
  const ends = state.values.ends === id ? (state.values.lastDay ?? null) : null
  return (
    <li className="card stack-s">
      <p className="row">
        <strong>
          <bdi lang="ar">{nameArabic}</bdi>
        </strong>
        <strong>
          <bdi lang="fr">{nameLatin}</bdi>
        </strong>
        {signsToday && <span className="chip ok">{t('face.today')}</span>}
      </p>
      <p className="row sm">
        <bdi lang="ar">{titleArabic}</bdi>
        <bdi lang="fr">{titleLatin}</bdi>
        <span className="muted">{spanOf(signatory, locale, t)}</span>
      </p>
      <details id={`end-${id}`} open={refused || ends !== null || undefined}>
        <summary>{t('people.change')}</summary>
        <div className="stack">
          <SectionForm
            id={`last-${id}`}
            action={action}
            fields={[
              { kind: 'hidden', name: 'act', value: 'end' },
              { kind: 'hidden', name: 'signatory', value: id },
              { kind: 'date', name: 'toDay', label: t('fields.toDay'), value: ends ?? toDay },
            ]}
            submit={t('face.end')}
            look="plain"
            state={refused ? state : UNTOUCHED}
            t={t}
          />
          <form method="post" action={action} className="stack-s">
            <input type="hidden" name="act" value="remove" />
            <input type="hidden" name="signatory" value={id} />
            <p className="sm muted">{t('face.removeHint')}</p>
            <p>
              <button type="submit" className="btn danger">
                {t('face.remove')}
              </button>
            </p>
          </form>
        </div>
      </details>
    </li>
  )
}

function spanOf({ fromDay, toDay }: Signatory, locale: Locale, t: Translator): string {
  const from = formatDate(new Date(fromDay), locale)
  return toDay ? t('face.span', { from, to: formatDate(new Date(toDay), locale) }) : t('face.since', { from })
}

function newFields(t: Translator): Field[] {
  const arabic = { kind: 'text', dir: 'rtl', lang: 'ar' } as const
  const latin = { kind: 'text', dir: 'ltr', lang: 'fr' } as const
  return [
    { kind: 'hidden', name: 'act', value: 'add' },
    { ...arabic, name: 'nameArabic', label: t('fields.nameArabic') },
    { ...latin, name: 'nameLatin', label: t('fields.nameLatin') },
    { ...arabic, name: 'titleArabic', label: t('fields.titleArabic') },
    { ...latin, name: 'titleLatin', label: t('fields.titleLatin') },
    { kind: 'date', name: 'fromDay', label: t('fields.fromDay') },
    { kind: 'date', name: 'toDay', label: t('fields.toDay'), hint: t('face.toDayHint'), optional: true },
  ]
}
