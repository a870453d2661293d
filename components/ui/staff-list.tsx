import type { Translator } from '@/i18n/translator'
import { type Filter, FilterForm } from './filter-form'
import { Pager, type Pages } from './pager'
import { Scrolling } from './scrolling'

type Props = {
  /** Lists to narrow it by, and the address that they are sent to. */
  narrow?: { action: string; filters: readonly Filter[]; keep?: Readonly<Record<string, string>> }
  /** Said in place of the table while it has no row; null while it has some. */
  none: string | null
  /** In a section of a page the sentence needs no frame of its own. */
  inSection?: boolean
  pages?: Pages
  /** What can be done about those that are shown. */
  act?: React.ReactNode
  /** The way to the whole list, from a part of it. */
  also?: React.ReactNode
  t: Translator
  /** The table. */
  children: React.ReactNode
}

/** A list of the staff's: what narrows it, the table or why there is none, and the way to its other pages. */
export function StaffList({ narrow, none, inSection = false, pages, act, also, t, children }: Props) {
  return (
    <>
      {narrow && (
        <FilterForm {...narrow} texts={{ filter: t('library.cases.filter'), clear: t('library.cases.clear') }} />
      )}
      {act}
      {none === null ? <Scrolling>{children}</Scrolling> : <p className={inSection ? 'muted' : 'note'}>{none}</p>}
      {also}
      {pages && <Pager {...pages} />}
    </>
  )
}
