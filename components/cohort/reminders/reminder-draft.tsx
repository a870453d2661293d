import { REST_DAYS, restEnds } from '@/domain/cohort/reminding'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { formatDate, type Translator, translator } from '@/i18n/translator'
import { Form } from '../../form/form'
import type { FormState } from '../../form/form-state'
import { LANGUAGE_NAMES } from '../../shell/language-names'
import { NameIn } from '../../ui/name-in'
import { LetterPreview } from './letter-preview'
import { RemindedTable } from './reminded-table'
import type { ChosenGroup, Remindee } from './reminders'

type Props = {
  action: string
  chosen: ChosenGroup
  state: FormState
  locale: Locale
  t: Translator
}

/** The people who would be reminded, the letter, and the button that sends it; then the people who would not be. */
export function ReminderDraft(props: Props) {
  const { chosen, locale, t } = props
  const { due, resting, unreachable } = chosen.group
  return (
    <>
      {due.length === 0 && <p className="note">{t('cohorts.remind.nobody')}</p>}
      {due.length > 0 && (
        <div className="grid reminding">
          <section className="card stack-s" aria-labelledby="due">
            <h2 id="due">{t('cohorts.remind.due', { count: due.length })}</h2>
            <RemindedTable
              caption={t('cohorts.remind.due', { count: due.length })}
              person={t('cohorts.dashboard.person')}
              people={due.map((person) => ({ ...named(person, locale), facts: [languageOf(person, t)] }))}
            />
          </section>
          <Letters {...props} />
        </div>
      )}
      {resting.length > 0 && (
        <section className="card stack-s" aria-labelledby="resting">
          <h2 id="resting">{t('cohorts.remind.resting', { count: resting.length })}</h2>
          <p className="sm muted">{t('cohorts.remind.restingLead', { days: REST_DAYS })}</p>
          <RemindedTable
            caption={t('cohorts.remind.resting', { count: resting.length })}
            person={t('cohorts.dashboard.person')}
            people={resting.map((person) => ({ ...named(person, locale), facts: restOf(person, locale, t) }))}
          />
        </section>
      )}
      {unreachable.length > 0 && (
        <section className="card stack-s" aria-labelledby="unreachable">
          <h2 id="unreachable">{t('cohorts.remind.unreachable', { count: unreachable.length })}</h2>
          <p className="sm muted">{t('cohorts.remind.unreachableLead')}</p>
          <ul>
            {unreachable.map((person) => (
              <li key={person.memberId}>
                <NameIn names={person} locale={locale} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** The letter in each language in which it would be sent, and its form. */
function Letters({ action, chosen: { why, group, previews }, state, t }: Props) {
  const { due } = group
  const fields = [
    { kind: 'hidden', name: 'why', value: why },
    { kind: 'hidden', name: 'shown', value: due.map(({ memberId }) => memberId).join(' ') },
    { kind: 'area', name: 'note', label: t('fields.note'), hint: t('cohorts.remind.noteHint'), optional: true },
  ] as const
  return (
    <section className="card stack" aria-labelledby="letters">
      <div>
        <h2 id="letters">{t('cohorts.remind.letters')}</h2>
        <p className="sm muted">{t('cohorts.remind.lettersLead')}</p>
      </div>
      {previews.map(({ locale, parts }) => (
        <LetterPreview
          key={locale}
          locale={locale}
          name={LANGUAGE_NAMES[locale]}
          subject={translator(locale)('cohorts.remind.subject')}
          parts={parts}
        />
      ))}
      <Form
        id="remind"
        action={`${action}?why=${why}#remind-problems`}
        fields={fields}
        state={state}
        t={t}
        submit={t('cohorts.remind.send', { count: due.length })}
        also={{
          name: 'preview',
          label: t('cohorts.remind.preview'),
          action: `${action}?why=${why}#letters`,
        }}
      />
    </section>
  )
}

function named(person: Remindee, locale: Locale) {
  return { id: person.memberId, name: nameIn(person, locale) }
}

function languageOf({ locale }: Remindee, t: Translator) {
  return { heading: t('fields.locale'), text: LANGUAGE_NAMES[locale], lang: locale }
}

function restOf({ remindedAt }: Remindee, locale: Locale, t: Translator) {
  if (remindedAt === null) return []
  return [
    { heading: t('cohorts.remind.reminded'), text: formatDate(remindedAt, locale) },
    { heading: t('cohorts.remind.next'), text: formatDate(restEnds(remindedAt), locale) },
  ]
}
