import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { ProgressBar } from '../ui/progress-bar'
import { Cover } from './cover'
import { Deadline, type Due } from './deadline'
import { type CourseAction, PrimaryAction } from './primary-action'

type Props = {
  /** The id of the course that it is about; null if it is about none. */
  course: string | null
  /** The kind of the step, shown before its title. */
  kicker: string
  title: string
  facts: readonly string[]
  due: Due | null
  progress: { label: string; value: number; max: number } | null
  action: CourseAction
  /** Its button stands beside the text where there is room. */
  wide: boolean
  locale: Locale
  t: Translator
}

/** The learner's next step, in one tap. */
export function ResumeCard({ course, kicker, title, facts, due, progress, action, wide, locale, t }: Props) {
  return (
    <section className={wide ? 'resume wide' : 'resume'} aria-labelledby="resume">
      {course !== null && <Cover course={course} place="next" />}
      <div className="stack-s">
        <p className="kicker">{kicker}</p>
        <h2 id="resume">{title}</h2>
        {(facts.length > 0 || due) && (
          <ul className="facts sm">
            {facts.map((fact) => (
              <li key={fact} className="muted">
                {fact}
              </li>
            ))}
            {due && (
              <li>
                <Deadline due={due} locale={locale} t={t} />
              </li>
            )}
          </ul>
        )}
        {progress && <ProgressBar {...progress} />}
      </div>
      <PrimaryAction action={action} />
    </section>
  )
}
