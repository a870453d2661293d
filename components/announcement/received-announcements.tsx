import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Markup } from '../ui/markup'
import { Name } from '../ui/name'

/** An announcement to a learner; `locale`: the language of its text. */
export type ReceivedAnnouncement = {
  id: string
  cohort: string
  institution: string
  at: Date
  subject: string
  text: string
  locale: Locale
}
type Props = { announcements: readonly ReceivedAnnouncement[]; level: 'h2' | 'h3'; locale: Locale; t: Translator }

/** The announcements to a learner, the newest first. */
export function ReceivedAnnouncements({ announcements, level: Heading, locale, t }: Props) {
  return announcements.map(({ id, cohort, institution, at, subject, text, locale: written }) => (
    <article key={id} id={`told-${id}`} className="card stack-s told">
      <Heading className="h3">
        <bdi lang={written}>{subject}</bdi>
      </Heading>
      <p className="xs muted">
        {t.rich('messages.from', {
          institution: () => <bdi key="institution">{institution}</bdi>,
          cohort: () => <Name key="cohort">{cohort}</Name>,
        })}{' '}
        · {formatDate(at, locale)}
      </p>
      <Markup text={text} locale={written} />
    </article>
  ))
}

/** The number shown on other pages: more would push their content too far down. */
const SHOWN = 2

/** The newest announcements, on a page about something else. Renders nothing if there are none. */
export function AnnouncementNotice({ announcements, locale, t }: Omit<Props, 'level'>) {
  if (announcements.length === 0) return null
  return (
    <section className="stack" aria-labelledby="told">
      <h2 id="told">{t('messages.told')}</h2>
      <ReceivedAnnouncements announcements={announcements.slice(0, SHOWN)} level="h3" locale={locale} t={t} />
      <p className="sm">
        <a href={href(locale, '/learning/messages')}>{t('messages.all')}</a>
      </p>
    </section>
  )
}
