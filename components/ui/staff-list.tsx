import type { Translator } from '@/i18n/translator'
import { type Filter, FilterForm } from './filter-form'
import { Pager, type Pages } from './pager'
import { Scrolling } from './scrolling'

type Props = {
  /** The filters, and the address to which their form is sent. */
  narrow?: { action: string; filters: readonly Filter[]; keep?: Readonly<Record<string, string>> }
  /** The sentence that replaces an empty table; null if the table has rows. */
  none: string | null
  /** The list is in a section with a frame: the sentence for an empty table needs none. */
  inSection?: boolean
  pages?: Pages
  /** The acts on the rows that are shown. */
  act?: React.ReactNode
  /** The link to the whole list, if this is a part of it. */
  also?: React.ReactNode
  t: Translator
  /** The table. */
  children: React.ReactNode
}

/** A list on a page of staff: its filters, the table or why it is empty, and the links to its other pages. */
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
