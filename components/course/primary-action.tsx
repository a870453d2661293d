import { ChevronRight } from 'lucide'
import { Icon } from '../ui/icon'

/** The primary button of a course: a link to continue, or a form that enrols. A closed course says whom to ask. */
export type CourseAction =
  | { kind: 'link'; href: string; label: string }
  | { kind: 'form'; action: string; label: string }
  /** The learner may not open the course: how to ask for access. */
  | { kind: 'closed'; label: string }

type Props = {
  action: CourseAction
  /** The page has another primary button, so this one is not highlighted. */
  quiet?: boolean
}

export function PrimaryAction({ action, quiet = false }: Props) {
  if (action.kind === 'closed') return <p className="note">{action.label}</p>
  const look = quiet ? 'btn' : 'btn primary'
  const label = (
    <>
      {action.label}
      <Icon node={ChevronRight} mirrored />
    </>
  )
  if (action.kind === 'link') {
    return (
      <a className={look} href={action.href}>
        {label}
      </a>
    )
  }
  return (
    <form method="post" action={action.action}>
      <button type="submit" className={look}>
        {label}
      </button>
    </form>
  )
}
