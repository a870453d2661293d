type Props = {
  href: string
  /** What a press sends to the address; without it the way is a link. */
  form?: Readonly<Record<string, string>> | undefined
  children: React.ReactNode
}

/** The way to an act: a link or, where people are chosen on the way, a form that looks the same. */
export function ActWay({ href, form, children }: Props) {
  if (!form) {
    return (
      <a className="btn" href={href}>
        {children}
      </a>
    )
  }
  return (
    <form method="post" action={href}>
      {Object.entries(form).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="btn">
        {children}
      </button>
    </form>
  )
}
