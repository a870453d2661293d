import type { ProposalState } from '@/domain/editorial/proposal'
import type { Locale, Localized } from '@/domain/locale'
import { reviewPath, type TextKey } from '@/domain/signoff/text-key'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../../shell/paths'
import { Crumbs } from '../../ui/crumbs'
import { Text } from '../../ui/text'

type OwnCourse = {
  id: string
  title: Localized
  lessons: readonly { key: TextKey; title: Localized }[]
  hasBank: boolean
  missing: readonly { kind: string; id: string; language: Locale }[]
}
type Creation = {
  id: string
  kind: TextKey['kind']
  textId: string
  summary: string
  proposedAt: Date
  state: ProposalState
  function: string
  body: string
  onDesk: boolean
}
type Props = {
  courses: readonly OwnCourse[]
  creations: readonly Creation[]
  /** She has just proposed something. */
  proposed: boolean
  locale: Locale
  t: Translator
}

/** The places where a new text can be proposed, and the proposals so far. */
export function NewTextsPage({ courses, creations, proposed, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack">
      <Crumbs
        label={t('institutions.crumbs')}
        links={[{ href: href(locale, '/review'), label: t('editorial.title') }]}
      />
      <header className="stack-s">
        <h1>{t('editorial.new.title')}</h1>
        <p className="muted">{t('editorial.new.lead')}</p>
      </header>
      {proposed && (
        <p className="note ok" role="status" tabIndex={-1} data-outcome="">
          {t('editorial.new.stored')}
        </p>
      )}
      {courses.map((course) => (
        <CourseCard key={course.id} course={course} locale={locale} t={t} />
      ))}
      <section className="card stack" aria-labelledby="proposed">
        <h2 id="proposed">{t('editorial.new.proposed')}</h2>
        {creations.length === 0 && <p>{t('editorial.new.none')}</p>}
        <ul className="plain stack">
          {creations.map((creation) => (
            <li key={creation.id}>
              <p>
                <a href={href(locale, pathOf(creation, locale))} dir="auto">
                  {creation.summary}
                </a>{' '}
                <span className="chip">{t(`editorial.text.proposalStates.${creation.state}`)}</span>
              </p>
              <p className="sm muted">
                {formatDate(creation.proposedAt, locale)} · <Text>{typeset(creation.function, locale)}</Text> ·{' '}
                <Text>{typeset(creation.body, locale)}</Text>
              </p>
            </li>
          ))}
        </ul>
      </section>
    </main>
  )
}

function pathOf({ id, kind, textId, onDesk }: Creation, locale: Locale): string {
  return onDesk ? `${reviewPath({ kind, id: textId }, locale)}/proposals/${id}` : `/review/new/proposals/${id}`
}

function CourseCard({ course, locale, t }: { course: OwnCourse; locale: Locale; t: Translator }) {
  const { id, title, lessons, hasBank, missing } = course
  const question = (key: TextKey) => href(locale, `${reviewPath(key, locale)}/question`)
  return (
    <section className="card stack" aria-labelledby={`course-${id}`}>
      <h2 id={`course-${id}`}>{typeset(title[locale], locale)}</h2>
      <p>
        <a className="btn" href={href(locale, `/review/new/${id}/lesson`)}>
          {t('editorial.new.lesson')}
        </a>
      </p>
      <h3>{t('editorial.new.question')}</h3>
      <ul>
        {lessons.map((lesson) => (
          <li key={lesson.key.id}>
            <a href={question(lesson.key)}>{typeset(lesson.title[locale], locale)}</a>
          </li>
        ))}
        {hasBank && (
          <li>
            <a href={question({ kind: 'bank', id })}>{t('editorial.text.kinds.bank')}</a>
          </li>
        )}
      </ul>
      <h3>{t('editorial.new.translation')}</h3>
      {missing.length === 0 && <p className="sm muted">{t('editorial.new.allTranslated')}</p>}
      <ul>
        {missing.map((one) => (
          <li key={`${one.kind} ${one.id} ${one.language}`}>
            <a href={`${href(locale, `/review/new/${id}/translation`)}?${new URLSearchParams(one)}`}>
              <bdi dir="ltr">{one.id}</bdi>, {t(`editorial.languages.${one.language}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
