import type { Passage } from '@/domain/course/passage'
import type { ErrorPlace } from '@/domain/error-report/asked-place'
import { ERROR_KINDS } from '@/domain/error-report/error-report'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { Field } from '../form/field'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { Text } from '../ui/text'

type Place = {
  place: ErrorPlace
  path: string
  part: string | null
  passage: string | null
  choices: readonly Passage[]
}
type Props = {
  place: Place
  /** The part of its query that the page needs. */
  kept: string
  /** The title of the place that the report is about. */
  title: string
  action: string
  /** The id of the report, made with the form and sent back with it. */
  draft: string
  /** It is about one section of a lesson: the field then has no choice for the whole lesson. */
  section: boolean
  /** Only a reader with a confirmed address gets an answer. */
  reader: 'nobody' | 'unconfirmed' | 'confirmed'
  sent: boolean
  state: FormState
  locale: Locale
  t: Translator
}

/** The form to report an error in a passage, a question, an entry of the library or a page. */
export function ReportPage(props: Props) {
  const { place, kept, title, sent, locale, t } = props
  return (
    <main id="main" className="wrap page stack-l">
      <div className="stack prose">
        <h1>{t('errorReport.title')}</h1>
        {sent ? (
          <p className="note ok" role="status">
            {t('errorReport.sent')}
          </p>
        ) : (
          <p className="lead">{t('errorReport.lead')}</p>
        )}
        <div className="card stack-s">
          <p>
            <span className="sm muted">{t('errorReport.about')}</span>
            <br />
            <strong>
              <Text>{typeset(title, locale)}</Text>
            </strong>
          </p>
          {place.passage && (
            <blockquote>
              <Text locale={locale}>{typeset(place.passage, locale)}</Text>
            </blockquote>
          )}
        </div>
        {!sent && <Answering {...props} />}
      </div>
      {!sent && <ReportForm {...props} />}
      <p>
        <a href={href(locale, addressOf(place, kept))}>{t('errorReport.back')}</a>
      </p>
    </main>
  )
}

/** Whether there will be an answer, and who reads the report. */
function Answering({ place, reader, action, locale, t }: Props) {
  if (place.place === 'exam') return <p className="note">{t('errorReport.duringExam')}</p>
  if (reader === 'confirmed') return <p className="sm muted">{t('errorReport.answered')}</p>
  if (reader === 'unconfirmed') return <p className="sm muted">{t('errorReport.unconfirmed')}</p>
  const signIn = `${href(locale, '/sign-in')}?next=${encodeURIComponent(action)}`
  return (
    <p className="sm muted">
      {t.rich('errorReport.unanswered', {
        link: (words) => (
          <a key="sign-in" href={signIn}>
            {words}
          </a>
        ),
      })}
    </p>
  )
}

function ReportForm({ place, section, action, draft, state, locale, t }: Props) {
  const fields: Field[] = [
    { kind: 'hidden', name: 'draft', value: draft },
    ...(place.choices.length > 0 ? [passageField(place.choices, section, locale, t)] : []),
    {
      kind: 'select',
      name: 'errorKind',
      label: t('fields.errorKind'),
      options: ERROR_KINDS.map((kind) => ({ value: kind, label: t(`errorReport.kinds.${kind}`) })),
      choose: t('fields.choose'),
    },
    { kind: 'area', name: 'errorText', label: t('fields.errorText'), hint: t('errorReport.textHint') },
  ]
  return <SectionForm id="report" action={action} fields={fields} submit={t('errorReport.send')} state={state} t={t} />
}

/** A length in characters, so that an option fits on a phone. */
const OPTION = 90

function passageField(choices: readonly Passage[], section: boolean, locale: Locale, t: Translator): Field {
  return {
    kind: 'select',
    name: 'block',
    label: t('errorReport.passage'),
    optional: true,
    ...(!section && { choose: t('errorReport.whole') }),
    options: choices
      .filter(({ words }) => words[locale] !== '')
      .map(({ block, words }) => ({ value: String(block), label: shortened(typeset(words[locale], locale)) })),
  }
}

function shortened(words: string): string {
  return words.length <= OPTION ? words : `${words.slice(0, OPTION).trimEnd()}…`
}

function addressOf({ place, path, part }: Place, kept: string): string {
  if (place === 'practice') return `${path}#quiz-${part}`
  if (place === 'lesson' && part !== null) return `${path}#b${part}`
  return path === '' ? '/' : `${path}${place === 'page' ? kept : ''}`
}
