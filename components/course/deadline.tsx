import { TriangleAlert } from 'lucide'
import type { Locale } from '@/domain/locale'
import { formatLooseDate, type Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

export type Due = {
  /** Of a lesson, or `exam`. */
  id: string
  title: string
  dueOn: string
  missed: boolean
}

/** By when a step is to be done. One that is missed is marked by a word and a sign, not by its colour alone. */
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
