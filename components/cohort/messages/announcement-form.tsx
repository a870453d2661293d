import type { Group, Texts } from '@/domain/announcement/announcement'
import { WORDS_FIELDS } from '@/domain/announcement/announcement-form'
import { FIELD_LIMITS } from '@/domain/form/field-limits'
import { directionOf, LOCALES, type Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { ErrorSummary } from '../../form/error-summary'
import { FieldView } from '../../form/field'
import { described, FieldFrame } from '../../form/field-frame'
import type { FormState } from '../../form/form-state'
import { LANGUAGE_NAMES } from '../../shell/language-names'
import { NameIn } from '../../ui/name-in'
import type { Named } from './announcements'
import { groupName } from './group-name'

type Props = {
  action: string
  /** The groups of the cohort with their present number of people; not offered if people are named. */
  groups: readonly { group: Group; people: number }[]
  named: readonly Named[]
  /** The number of people who have not answered their invitation, and get nothing. */
  invited: number
  /** The number of people who were chosen but are left out. */
  left?: number
  /** The initial values of the form. */
  values: Readonly<Record<string, string>>
  /** The stored texts, if somebody has changed them since the form was opened: shown beside the typed ones. */
  stored?: Texts | null
  state: FormState
  locale: Locale
  t: Translator
}

const ID = 'announcement'

/** The audience of an announcement, and its text in each language of the site; a language may stay empty. */
export function AnnouncementForm(props: Props) {
  const { action, groups, named, invited, left = 0, values, stored = null, state, locale, t } = props
  const typed = { ...values, ...state.values }
  const { draft = '', version = '', to = '' } = typed
  return (
    <form method="post" action={`${action}#${ID}-problems`} className="stack" noValidate>
      <ErrorSummary id={ID} state={state} t={t} />
      <input type="hidden" name="draft" value={draft} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="to" value={to} />
      {named.length > 0 ? (
        <NamedPeople named={named} locale={locale} t={t} />
      ) : (
        <FieldView
          id={ID}
          optional=""
          state={state}
          field={{
            kind: 'select',
            name: 'audience',
            label: t('fields.audience'),
            value: typed.audience ?? 'everybody',
            options: groups.map(({ group, people }) => ({
              value: group,
              label: t('cohorts.messages.group', { group: groupName(group, t), count: people }),
            })),
          }}
        />
      )}
      {named.length === 0 && invited > 0 && (
        <p className="note">{t('cohorts.messages.notInvited', { count: invited })}</p>
      )}
      {left > 0 && <p className="note">{t('cohorts.messages.leftOut', { count: left })}</p>}
      <p className="sm muted">{t('cohorts.messages.languageHint')}</p>
      {stored && (
        <p className="note warn" role="note">
          {t('cohorts.messages.changedMeanwhile')}
        </p>
      )}
      {LOCALES.map((language) => (
        <Words key={language} language={language} typed={typed} stored={stored} state={state} locale={locale} t={t} />
      ))}
      <p className="sm muted" id={`${ID}-markup`}>
        {t('cohorts.messages.textHint', { max: formatNumber(FIELD_LIMITS.textArabic, locale) })}
      </p>
      <p className="row">
        <button type="submit" className="btn primary">
          {t('cohorts.messages.toPreview')}
        </button>
      </p>
    </form>
  )
}

/** The people that the message is for, by name. */
export function NamedPeople({ named, locale, t }: Pick<Props, 'named' | 'locale' | 't'>) {
  return (
    <details className="card">
      <summary>{t('cohorts.messages.named', { count: named.length })}</summary>
      <ul>
        {named.map((person) => (
          <li key={person.memberId}>
            <NameIn names={person} locale={locale} />
          </li>
        ))}
      </ul>
    </details>
  )
}

type WordsProps = Pick<Props, 'state' | 'locale' | 't'> & {
  language: Locale
  typed: Readonly<Record<string, string>>
  stored: Texts | null
}

function Words({ language, typed, stored, state, t }: WordsProps) {
  const { subject, text } = WORDS_FIELDS[language]
  const input = (name: typeof subject | typeof text) => ({
    id: `${ID}-${name}`,
    name,
    defaultValue: typed[name] ?? '',
    lang: language,
    dir: directionOf(language),
    'aria-invalid': state.errors[name] ? (true as const) : undefined,
  })
  const errorOf = (name: string) => described(`${ID}-${name}`, undefined, state.errors[name])
  return (
    <fieldset className="card stack-s message-words">
      <legend lang={language}>{LANGUAGE_NAMES[language]}</legend>
      <FieldFrame id={`${ID}-${subject}`} label={t(`fields.${subject}`)} error={state.errors[subject]}>
        <input {...input(subject)} type="text" autoComplete="off" aria-describedby={errorOf(subject)} />
      </FieldFrame>
      <FieldFrame id={`${ID}-${text}`} label={t(`fields.${text}`)} error={state.errors[text]}>
        <textarea
          {...input(text)}
          rows={6}
          aria-describedby={[errorOf(text), `${ID}-markup`].filter(Boolean).join(' ')}
        />
      </FieldFrame>
      {stored && <StoredWords language={language} stored={stored} t={t} />}
    </fieldset>
  )
}

/** What is stored in a language, to read and to copy; it is not sent. */
function StoredWords({ language, stored, t }: Pick<WordsProps, 'language' | 't'> & { stored: Texts }) {
  const { subject = '', text = '' } = stored[language] ?? {}
  const id = `${ID}-stored-${language}`
  return (
    <FieldFrame id={id} label={t('cohorts.messages.stored')}>
      <textarea
        id={id}
        readOnly
        rows={6}
        lang={language}
        dir={directionOf(language)}
        defaultValue={subject === '' ? '' : `${subject}\n\n${text}`}
      />
    </FieldFrame>
  )
}
