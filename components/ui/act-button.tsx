type Props = {
  href: string
  /** The hidden fields that the button posts to `href`; without them, a link is rendered. */
  form?: Readonly<Record<string, string>> | undefined
  children: React.ReactNode
}

/** A button that starts an act: a link or, if it must also send which people are chosen, a form that looks the same. */
export function ActButton({ href, form, children }: Props) {
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
