export type ToDo = { text: string; href: string; action: string }
type Props = { title: string; nothing: string; items: readonly ToDo[] }

/** What needs somebody, each with the way to it. */
export function ToDoList({ title, nothing, items }: Props) {
  return (
    <section className="card stack-s" aria-labelledby="to-do">
      <h2 id="to-do">{title}</h2>
      {items.length === 0 && <p className="muted">{nothing}</p>}
      <ul className="plain to-do">
        {items.map(({ text, href, action }) => (
          <li key={text}>
            <span>{text}</span>
            <a className="btn" href={href}>
              {action}
              <span className="sr">: {text}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
