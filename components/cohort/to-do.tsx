/** `note`: what was done about it already. */
export type ToDo = { text: string; note?: string; href: string; action: string }
type Props = { title: string; nothing: string; items: readonly ToDo[]; log: { href: string; label: string } }

/** What needs somebody, each with the way to it; and what was done about it. */
export function ToDoList({ title, nothing, items, log }: Props) {
  return (
    <section className="card stack-s" aria-labelledby="to-do">
      <h2 id="to-do">{title}</h2>
      {items.length === 0 && <p className="muted">{nothing}</p>}
      <ul className="plain to-do">
        {items.map(({ text, note, href, action }) => (
          <li key={text}>
            <div>
              <p>{text}</p>
              {note && <p className="xs muted">{note}</p>}
            </div>
            <a className="btn" href={href}>
              {action}
              <span className="sr">: {text}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="sm">
        <a href={log.href}>{log.label}</a>
      </p>
    </section>
  )
}
