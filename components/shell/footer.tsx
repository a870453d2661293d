import { ELSEWHERE } from '@/domain/urgent-help'

type Props = {
  label: string
  danger: string
  /** Null if the button is already within reach at the top of the window. */
  leave: string | null
  links: readonly { href: string; label: string }[]
  hotline: React.ReactNode
  controller: React.ReactNode
}

export function Footer({ label, danger, leave, links, hotline, controller }: Props) {
  return (
    <footer className="foot">
      <div className="wrap">
        <p>
          <strong>{danger}</strong> {hotline}
        </p>
        <nav className="row" aria-label={label}>
          {links.map((link) => (
            <a key={link.href} href={link.href}>
              {link.label}
            </a>
          ))}
        </nav>
        {controller && <p>{controller}</p>}
        {leave && <LeaveLink>{leave}</LeaveLink>}
      </div>
    </footer>
  )
}

/** @see leaveQuickly */
export function LeaveLink({ children }: { children: string }) {
  return (
    <a className="btn leave" href={ELSEWHERE} rel="noreferrer" data-leave>
      {children}
    </a>
  )
}
