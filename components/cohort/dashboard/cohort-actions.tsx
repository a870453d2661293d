import type { Translator } from '@/i18n/translator'

/** What the reader may do with a cohort; also where a code is asked for first: the page behind says so. */
export type MayWithCohort = {
  export: boolean
  change: boolean
  enrol: boolean
  copy: boolean
  restore: boolean
  /** For its tutors: how many questions of learners they have not read; null for everybody else. */
  answer: number | null
}
type Props = {
  may: MayWithCohort
  /** Address of the cohort's page. */
  path: string
  /** Address of the form that copies the cohort. */
  copy: string
  t: Translator
}

/** What the reader may do with a cohort, each act with its page. */
export function CohortActions({ may, path, copy, t }: Props) {
  const links = [
    { href: `${path}/people`, label: t('cohorts.people.title'), shown: true },
    { href: `${path}/messages`, label: t('cohorts.messages.title'), shown: true },
    { href: `${path}/threads`, label: questions(may.answer, t), shown: may.answer !== null },
    { href: `${path}/settings`, label: t('cohorts.form.edit'), shown: may.change },
    { href: `${path}/settings#deadlines`, label: t('cohorts.form.deadlines'), shown: may.change },
    { href: `${path}/settings#seats`, label: t('cohorts.form.seatsTitle'), shown: may.change },
    { href: `${path}/entry`, label: t('cohorts.entry.title'), shown: may.change },
    { href: `${path}/cosigners`, label: t('cosign.do'), shown: may.change },
    { href: `${path}/export`, label: t('cohorts.export.title'), shown: may.export },
    { href: copy, label: t('cohorts.form.copy'), shown: may.copy },
    { href: `${path}/settings#archive`, label: t('cohorts.form.archive'), shown: may.change },
    { href: `${path}/settings#archive`, label: t('cohorts.form.restore'), shown: may.restore },
  ]
  return (
    <nav aria-label={t('cohorts.form.actions')}>
      <ul className="plain row">
        {links
          .filter(({ shown }) => shown)
          .map(({ href, label }) => (
            <li key={href}>
              <a className="btn" href={href}>
                {label}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

function questions(unread: number | null, t: Translator): string {
  return unread ? `${t('threads.title')} (${t('threads.unread', { count: unread })})` : t('threads.title')
}
