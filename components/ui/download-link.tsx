import { Download } from 'lucide'
import { Icon } from './icon'

type Props = { href: string; primary?: boolean; children: React.ReactNode }

export function DownloadLink({ href, primary = false, children }: Props) {
  return (
    <a className={primary ? 'btn primary' : 'btn'} href={href}>
      <Icon node={Download} />
      {children}
    </a>
  )
}
