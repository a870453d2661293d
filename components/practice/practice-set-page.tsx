import type { ReactElement } from 'react'
import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'

type Part = { objective: string; text: Localized; lessons: readonly string[]; questions: readonly { id: string }[] }
type Texts = { locale: Locale; t: Translator }
type Props = Texts & {
  /** The title of the course. */
  title: Localized
  parts: readonly Part[]
  /** The lessons of the course that she reads. */
  lessons: readonly { id: string; title: Localized }[]
  /** The question that she is asked; null for the list of objectives. */
  asked: { id: string; element: ReactElement } | null
  /** She is sitting the exam: no question is shown meanwhile. */
  isSitting: boolean
  /** The address of the course. */
  path: string
}

/** What to practise after an exam: the objectives that it fell short of, or one question on them. */
export function PracticeSetPage(props: Props) {
  const { title, isSitting, parts, path, locale, t } = props
  return (
    <main id="main" className="wrap page stack-l narrow">
      <div className="stack">
        <p className="sm">
          <a href={path}>{typeset(title[locale], locale)}</a>
        </p>
        <h1>{t('practice.set.title')}</h1>
        {!isSitting && parts.length > 0 && <p className="lead">{t('practice.set.lead')}</p>}
      </div>
      <Body {...props} />
    </main>
  )
}

function Body({ asked, isSitting, parts, lessons, path, locale, t }: Props) {
  if (isSitting)
    return (
      <div className="note stack-s">
        <p>{t('practice.set.sitting')}</p>
        <p>
          <a href={`${path}/exam`}>{t('practice.set.toExam')}</a>
        </p>
      </div>
    )
  if (asked) return <Asked asked={asked} parts={parts} path={path} locale={locale} t={t} />
  if (parts.length === 0) return <p className="note">{t('practice.set.nothing')}</p>
  const [first] = parts.flatMap(({ questions }) => questions)
  return (
    <>
      <ul className="plain stack">
        {parts.map((part) => (
          <Objective key={part.objective} part={part} lessons={lessons} path={path} locale={locale} t={t} />
        ))}
      </ul>
      {first && (
        <p>
          <a className="btn primary" href={addressOf(path, first)}>
            {t('practice.set.begin')}
          </a>
        </p>
      )}
    </>
  )
}

/** The address of one question of the set. */
function addressOf(path: string, { id }: { id: string }): string {
  return `${path}/practice-set?question=${id}`
}

type ObjectiveProps = Texts & Pick<Props, 'lessons' | 'path'> & { part: Part }

function Objective({ part: { text, questions, lessons: missed }, lessons, path, locale, t }: ObjectiveProps) {
  const taught = lessons.filter(({ id }) => missed.includes(id))
  return (
    <li className="card stack-s">
      <h2>{typeset(text[locale], locale)}</h2>
      <p>{questions.length > 0 ? t('plural.questions', { count: questions.length }) : t('practice.set.noQuestions')}</p>
      {taught.length > 0 && (
        <p>
          {t('learning.reread')}{' '}
          {taught.map(({ id, title }, place) => (
            <span key={id}>
              {place > 0 && ' · '}
              <a href={`${path}/lessons/${id}`}>{typeset(title[locale], locale)}</a>
            </span>
          ))}
        </p>
      )}
    </li>
  )
}

type AskedProps = Texts & Pick<Props, 'parts' | 'path'> & { asked: NonNullable<Props['asked']> }

function Asked({ asked: { id, element }, parts, path, locale, t }: AskedProps) {
  const part = parts.find(({ questions }) => questions.some((question) => question.id === id))
  const all = parts.flatMap(({ questions }) => questions)
  const next = all[all.findIndex((question) => question.id === id) + 1]
  return (
    <div className="stack">
      {part && <h2>{typeset(part.text[locale], locale)}</h2>}
      {element}
      <p className="row">
        {next && (
          <a className="btn" href={addressOf(path, next)}>
            {t('practice.set.next')}
          </a>
        )}
        <a className="btn" href={`${path}/practice-set`}>
          {t('practice.set.list')}
        </a>
      </p>
    </div>
  )
}
