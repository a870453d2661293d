import type { OwnReminderTyped } from '@/domain/letter/own-reminder-form'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { CalendarAddress, type Feed } from './calendar-address'
import { type OwnReminder, OwnReminderList } from './own-reminder-list'
import { reminderFields } from './reminder-fields'

type Choice = { value: string; title: string }
type Props = {
  reminders: readonly OwnReminder[]
  /** The courses and lessons that she may be reminded of. */
  choices: readonly Choice[]
  /** She gets no reminders by letter. */
  stopped: boolean
  feed: Feed | null
  /** The values of the form before anything is typed. */
  values: OwnReminderTyped
  /** The reminder that the form changes; null for a new one. */
  editing: string | null
  state: FormState
  /** The sentence about what was just done to the calendar or the list. */
  notice: string | null
  locale: Locale
  t: Translator
}

/** The reminders that a learner sets herself, and the address by which her calendar reads her deadlines. */
export function RemindersPage(props: Props) {
  const { reminders, feed, stopped, notice, locale, t } = props
  const here = href(locale, '/learning/reminders')
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack-l">
        <div className="stack">
          <p className="sm">
            <a href={href(locale, '/learning')}>{t('nav.learning')}</a>
          </p>
          <h1>{t('reminders.title')}</h1>
          <p>{t('reminders.lead')}</p>
          {notice && (
            <p className="note ok" role="status">
              {notice}
            </p>
          )}
        </div>
        <section className="stack" aria-labelledby="mine">
          <h2 id="mine">{t('reminders.mine')}</h2>
          <p className={stopped ? 'note warn' : undefined}>
            {t(stopped ? 'reminders.stopped' : 'reminders.howOften')}{' '}
            <a href={href(locale, '/account/letters')}>{t('reminders.letters')}</a>
          </p>
          <OwnReminderList reminders={reminders} here={here} locale={locale} t={t} />
        </section>
        <section className="stack" aria-labelledby="set">
          <h2 id="set">{t(props.editing === null ? 'reminders.add' : 'reminders.edit')}</h2>
          <SetReminder {...props} here={here} />
        </section>
        <section className="stack" aria-labelledby="calendar">
          <h2 id="calendar">{t('calendar.title')}</h2>
          <CalendarAddress feed={feed} action={here} locale={locale} t={t} />
        </section>
      </div>
    </main>
  )
}

function SetReminder({ choices, values, editing, state, here, locale, t }: Props & { here: string }) {
  if (choices.length === 0) {
    return (
      <p>
        {t('reminders.noCourse')} <a href={href(locale, '/courses')}>{t('learning.seeCourses')}</a>
      </p>
    )
  }
  return (
    <SectionForm
      id="reminder"
      action={here}
      fields={reminderFields(choices, values, editing, locale, t)}
      submit={t('reminders.save')}
      state={state}
      t={t}
    />
  )
}
