import { Info, TriangleAlert } from 'lucide'
import { Icon } from './icon'

type Props = { tone?: 'info' | 'warn'; title?: string; children: React.ReactNode }

/** A remark set apart from the text. Use at most one between two headings. */
export function Note({ tone = 'info', title, children }: Props) {
  return (
    <div className={tone === 'warn' ? 'note warn prose' : 'note prose'}>
      <Icon node={tone === 'warn' ? TriangleAlert : Info} />
      <div>
        {title && <p className="note-title">{title}</p>}
        <p>{children}</p>
      </div>
    </div>
  )
}
