import { FIELD_LIMITS } from '@/domain/form/field-limits'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { formatDateTime, formatNumber, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { Name } from '../ui/name'
import { NameIn } from '../ui/name-in'
import { Text } from '../ui/text'
import type { OpenThread } from './threads'

type Props = {
  thread: OpenThread
  back: { href: string; label: string }
  /** The address of the page, to which the form is sent. */
  action: string
  side: 'learner' | 'tutor'
  /** The id of the next message, made with the form. */
  draft: string
  /** What was just done. */
  done: string | null
  state: FormState
  locale: Locale
  t: Translator
}

/** A question to tutors with its answers, and the form for the next message, unless the thread is closed. */
export function ThreadPage(props: Props) {
  const { thread, back, side, done, locale, t } = props
  return (
    <main id="main" className="wrap page stack-l narrow">
      <div className="stack-s">
        <p className="sm">
          <a href={back.href}>{back.label}</a>
        </p>
        <h1>{t('threads.question')}</h1>
        <ul className="facts sm muted">
          {side === 'tutor' && (
            <li>
              <NameIn names={thread} locale={locale} />
            </li>
          )}
          <li>
            <Name>{thread.cohort}</Name>
          </li>
        </ul>
      </div>
      {done && (
        <p className="note ok" role="status">
          {done}
        </p>
      )}
      <Passage thread={thread} locale={locale} t={t} />
      <Messages {...props} />
      {thread.closed ? <p className="note">{t(`threads.closed.${thread.closed}`)}</p> : <Write {...props} />}
    </main>
  )
}

/** The passage that the question is about, with a link to it. */
function Passage({
  thread: { at, courseId, lessonId, lesson, section, words },
  locale,
  t,
}: Pick<Props, 'thread' | 'locale' | 't'>) {
  const path = href(locale, `/courses/${courseId}/lessons/${lessonId}`)
  return (
    <section className="stack-s" aria-labelledby="about">
      <h2 id="about" className="h3">
        {t('threads.about')}
      </h2>
      <p>
        <a href={typeof at === 'number' ? `${path}#b${at}` : path}>{typeset(lesson[locale], locale)}</a>
      </p>
      {at === 'changed' && <p className="note sm">{t('notes.changed')}</p>}
      {at !== 'whole' && (
        <blockquote className="passage">
          {section && (
            <p className="xs muted">
              <Text locale={locale}>{typeset(section[locale], locale)}</Text>
            </p>
          )}
          <p>
            <Text locale={locale}>{typeset(words[locale], locale)}</Text>
          </p>
        </blockquote>
      )}
    </section>
  )
}

function Messages({ thread, side, locale, t }: Props) {
  return (
    <ol className="plain stack messages">
      {thread.messages.map(({ id, fromLearner, text, at, nameArabic, nameLatin }) => {
        const own = fromLearner === (side === 'learner') && fromLearner
        const name =
          nameArabic === null || nameLatin === null ? t('threads.tutor') : nameIn({ nameArabic, nameLatin }, locale)
        return (
          <li key={id} className={fromLearner ? 'card stack-s' : 'card stack-s reply'}>
            <p className="sm muted">
              {own ? t('threads.you') : <Name>{name}</Name>} · {formatDateTime(at, locale)}
            </p>
            <p className="own-words" dir="auto">
              {text}
            </p>
          </li>
        )
      })}
    </ol>
  )
}

function Write({ action, side, draft, state, locale, t }: Props) {
  const max = formatNumber(FIELD_LIMITS.threadText, locale)
  const isLearner = side === 'learner'
  return (
    <Form
      id="thread"
      action={`${action}#thread-problems`}
      state={state}
      fields={[
        {
          kind: 'area',
          name: 'threadText',
          label: t(isLearner ? 'threads.again' : 'threads.answer'),
          hint: t(isLearner ? 'threads.hint' : 'threads.answerHint', { max }),
        },
        { kind: 'hidden', name: 'draft', value: state.values.draft ?? draft },
      ]}
      submit={t(isLearner ? 'threads.sendAgain' : 'threads.sendAnswer')}
      t={t}
    />
  )
}
