import { TriangleAlert } from 'lucide'
import type { Locale } from '@/domain/locale'
import { formatLooseDate, type Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

export type Due = {
  /** The id of a lesson, or `exam`. */
  id: string
  title: string
  dueOn: string
  missed: boolean
  /** Days from today; negative once it is missed. */
  daysLeft: number
}

/** The deadline of a step. A missed one is marked by a word and a sign, not by colour alone. */
export function Deadline({ due, locale, t }: { due: Due; locale: Locale; t: Translator }) {
  return (
    <span className={due.missed ? 'deadline missed' : 'deadline'}>
      {due.missed && (
        <strong>
          <Icon node={TriangleAlert} />
          {t('learning.missed')}
        </strong>
      )}
      <span>{due.title}</span>
      <span className="muted">{t('course.due', { date: formatLooseDate(due.dueOn, locale) })}</span>
    </span>
  )
}
