import { ActButton } from '../../ui/act-button'

/** `note` says what was already done about the task; `form`: the fields to post, if the act needs chosen people. */
export type ToDo = {
  text: string
  note?: string
  href: string
  action: string
  form?: Readonly<Record<string, string>>
}
type Props = { title: string; nothing: string; items: readonly ToDo[]; log: { href: string; label: string } }

/** The tasks that wait for staff, each with a link to the place where it is done, and a log of what was done. */
export function ToDoList({ title, nothing, items, log }: Props) {
  return (
    <section className="card stack-s" aria-labelledby="to-do">
      <h2 id="to-do">{title}</h2>
      {items.length === 0 && <p className="muted">{nothing}</p>}
      <ul className="plain to-do beside">
        {items.map(({ text, note, href, action, form }) => (
          <li key={text}>
            <div>
              <p>{text}</p>
              {note && <p className="xs muted">{note}</p>}
            </div>
            <ActButton href={href} form={form}>
              {action}
              <span className="sr">: {text}</span>
            </ActButton>
          </li>
        ))}
      </ul>
      <p className="sm">
        <a href={log.href}>{log.label}</a>
      </p>
    </section>
  )
}
