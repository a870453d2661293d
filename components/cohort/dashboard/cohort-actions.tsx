import { CalendarDays, List, Mail, Plus } from 'lucide'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../../ui/icon'

/** What the reader may do with a cohort. If an act needs a second factor first, its page asks for the code. */
export type MayWithCohort = {
  export: boolean
  change: boolean
  enrol: boolean
  write: boolean
  copy: boolean
  restore: boolean
  /** For its tutors: the number of unread questions of learners; null for everybody else. */
  answer: number | null
}
type Props = {
  may: MayWithCohort
  /** Address of the cohort's page. */
  path: string
  /** Address of the form that adds a seminar to the cohort. */
  seminar: string
  t: Translator
}

/** The most frequent acts on a cohort. */
export function CohortActions({ may, path, seminar, t }: Props) {
  if (!may.enrol && !may.write) return null
  return (
    <p className="row">
      {may.enrol && (
        <>
          <a className="btn primary" href={`${path}/people/new`}>
            <Icon node={Plus} />
            {t('cohorts.people.add')}
          </a>
          <a className="btn" href={`${path}/import`}>
            <Icon node={List} />
            {t('cohorts.people.import')}
          </a>
        </>
      )}
      {may.write && (
        <a className="btn" href={`${path}/messages/new`}>
          <Icon node={Mail} />
          {t('cohorts.parts.write')}
        </a>
      )}
      {may.change && (
        <a className="btn" href={seminar}>
          <Icon node={CalendarDays} />
          {t('seminar.new')}
        </a>
      )}
    </p>
  )
}
