import type { ReactElement } from 'react'
import type { AssetName } from '@/server/assets'

/** What a document shows. `main` holds no client component: its few scripts are the site's own small files. */
export type DocumentPage = {
  title: string
  description?: string
  main: ReactElement
  script?: AssetName
  /** False keeps search engines away. */
  index?: boolean
  /** 200 unless it says otherwise. */
  status?: number
  /** A page for who runs institutions: its header leads to them. */
  staff?: boolean
  /** The address holds a key: no other site and no cache may learn it. */
  secretAddress?: boolean
}
