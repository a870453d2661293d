import { ChevronLeft, ChevronRight } from 'lucide'
import type { Course, Lesson } from '@/domain/course/course'
import { keptPath } from '@/domain/course/kept/kept-copy'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../../shell/paths'
import { FinishedHtml } from '../../ui/finished-html'
import { Icon } from '../../ui/icon'
import { END_MARK } from '../lesson-body'
import { LessonIntro } from '../lesson-intro'
import { LessonOutline } from '../lesson-outline'
import { listenTexts } from '../listen/listen-texts'

type Props = {
  courseId: string
  /** The id of the release. */
  releaseId: string
  course: Course
  lesson: Lesson
  /** The text with its questions, rendered for a reader without an account. */
  body: string
  /** The day of the copy and of the law, in words. */
  says: string
  /** The address of the script that reads aloud, which is loaded only if the device has a voice. */
  listener: string
  today: Date
  locale: Locale
  t: Translator
}

/** A lesson as a device keeps it. It is the same for every reader. */
export function KeptLessonPage(props: Props) {
  const { courseId, course, lesson, says, locale, t } = props
  const path = (id: string) => href(locale, keptPath(courseId, id))
  const place = course.lessons.indexOf(lesson)
  const position = t('lesson.position', { n: place + 1, total: course.lessons.length })
  return (
    <>
      <section className="progress" aria-label={position}>
        <div className="wrap">
          <span className="sm">
            <a className="crumb" href={href(locale, keptPath(courseId))}>
              {typeset(course.file.title[locale], locale)}
            </a>
            <span className="dot"> · </span>
            <span>{position}</span>
          </span>
          <span className="xs muted kept-says">{says}</span>
        </div>
      </section>
      <div className="wrap reader">
        <LessonOutline
          title={t('lesson.outline')}
          current={lesson.file.id}
          doneLabel={t('lesson.completed')}
          items={course.lessons.map(({ file }) => ({
            id: file.id,
            href: path(file.id),
            title: typeset(file.title[locale], locale),
            minutes: t('plural.minutes', { count: file.minutes }),
            done: false,
          }))}
        />
        <Text {...props} place={place} path={path} />
      </div>
    </>
  )
}

type TextProps = Props & { place: number; path: (lesson: string) => string }

function Text(props: TextProps) {
  const { courseId, releaseId, course, lesson, body, listener, today, locale, t } = props
  const [text = '', cited = ''] = body.split(END_MARK)
  const keeps = course.file.access !== 'public'
  return (
    <main
      id="main"
      className="stack"
      data-course={courseId}
      data-lesson={lesson.file.id}
      data-release={releaseId}
      data-keeps={keeps ? '' : undefined}
      data-not-sent={t('kept.feedbackLater')}
      data-listen={listenTexts(t)}
      data-listener={listener}
    >
      <LessonIntro lesson={lesson} resumeAt={0} lawDate={course.file.lawDate} today={today} locale={locale} t={t} />
      <FinishedHtml className="prose lesson" html={text} />
      <End {...props} keeps={keeps} />
      <FinishedHtml className="prose lesson" html={cited} />
      {keeps && <States {...props} />}
    </main>
  )
}

/** The end of the lesson: the button that completes it, and the links to the lessons before and after it. */
function End({ courseId, course, lesson, place, path, keeps, locale, t }: TextProps & { keeps: boolean }) {
  const previous = course.lessons[place - 1]?.file
  const next = course.lessons[place + 1]?.file
  return (
    <section className="lesson-end no-print" id="lesson-end" aria-labelledby="lesson-end-title">
      <h2 id="lesson-end-title">{t('lesson.end')}</h2>
      {keeps && (
        <form
          method="post"
          action={`${href(locale, `/courses/${courseId}/lessons/${lesson.file.id}`)}/done`}
          className="stack-s"
          data-done
        >
          <input type="hidden" name="end" value="1" />
          <p className="go">
            <button type="submit" className="btn">
              {t('lesson.finish')}
            </button>
          </p>
        </form>
      )}
      <nav className="go" aria-label={t('lesson.between')}>
        {previous && (
          <a className="btn" href={path(previous.id)}>
            <Icon node={ChevronLeft} mirrored />
            <span>{t('lesson.previous')}</span>
          </a>
        )}
        <a className="btn primary" href={next ? path(next.id) : href(locale, keptPath(courseId))}>
          <span>{next ? t('lesson.next', { lesson: next.title[locale] }) : t('kept.toList')}</span>
          <Icon node={ChevronRight} mirrored />
        </a>
      </nav>
    </section>
  )
}

const STATES = [
  'no-network',
  'busy',
  'signed-out',
  'other',
  'stale',
  'changed',
  'unfinished',
  'unkept',
  'refused',
  'incomplete',
  'nobody',
  'not-stored',
] as const

/** States without an error: the answer is sent later by itself, and then the feedback comes. */
const LATER: readonly (typeof STATES)[number][] = ['no-network', 'busy']

/** The sentences that the script shows about an answer. @see keepActs */
function States({ courseId, lesson, locale, t }: Props) {
  const onSite = href(locale, `/courses/${courseId}/lessons/${lesson.file.id}`)
  return (
    <>
      <template data-state="saved">
        <p className="note ok">
          {t('kept.state.saved')} <a href={onSite}>{t('kept.state.seeOnSite')}</a>
        </p>
      </template>
      {STATES.map((state) => (
        <template key={state} data-state={state}>
          <p className={LATER.includes(state) ? 'note' : 'note warn'}>
            {t(`kept.state.${state}`)}
            {LATER.includes(state) && <span data-of-answer> {t('kept.state.feedback')}</span>}
          </p>
        </template>
      ))}
    </>
  )
}
