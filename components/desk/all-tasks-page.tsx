import type { Task } from '@/domain/desk/task'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Failures, type Source } from './failures'
import { TaskLines, type TaskListName } from './task-list'

type Props = {
  name: TaskListName
  tasks: readonly Task[]
  failed: readonly Source[]
  now: Date
  locale: Locale
  t: Translator
}

/** One of the two lists of the work page, whole. */
export function AllTasksPage({ name, tasks, failed, now, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack desk-page">
      <div className="stack-s">
        <p className="sm">
          <a href={href(locale, '/desk')}>{t('desk.work')}</a>
        </p>
        <h1>
          {t(`desk.${name}`)} <span className="count num">{tasks.length}</span>
        </h1>
      </div>
      <Failures failed={failed} t={t} />
      <div className="card">
        {tasks.length === 0 ? (
          <p>{t(failed.length > 0 ? 'desk.nothingKnown' : 'desk.nothingHere')}</p>
        ) : (
          <TaskLines tasks={tasks} now={now} locale={locale} t={t} />
        )}
      </div>
    </main>
  )
}
