import { Search } from 'lucide'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Icon } from '../ui/icon'

/** Finds a person or a cohort by name. A plain GET form. */
export function FindBox({ typed, locale, t }: { typed: string; locale: Locale; t: Translator }) {
  return (
    <search>
      <form action={href(locale, '/desk/find')} className="field desk-find">
        <label htmlFor="find">{t('desk.find')}</label>
        <span className="find-row">
          <input type="search" id="find" name="q" dir="auto" defaultValue={typed} />
          <button type="submit" className="btn">
            <Icon node={Search} />
            <span className="sr">{t('desk.findButton')}</span>
          </button>
        </span>
      </form>
    </search>
  )
}
