import type { ReactElement } from 'react'
import type { QuestionKind } from '@/domain/question/question'
import type { AssetName, StyleName } from '@/server/assets'

/** The content of a document. `main` holds no client component: the site's few small scripts are files of their own. */
export type DocumentPage = {
  title: string
  description?: string
  main: ReactElement
  script?: AssetName
  /** The kinds of its questions: some have a script of their own. */
  kinds?: readonly QuestionKind[]
  /** The style sheets that it needs in addition to `site.css`. */
  styles?: readonly StyleName[]
  /** False keeps search engines away. */
  index?: boolean
  /** 200 by default. */
  status?: number
  /** A page for staff: its header links to their institutions. */
  staff?: boolean
  /** A page for somebody who reviews texts: its header links to them. */
  reviewer?: boolean
  /** The address holds a secret: the referrer names the origin alone, and no cache may store the page. */
  secretAddress?: boolean
}
