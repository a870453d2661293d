export type Choice = { value: string; label: string; chosen: boolean }
export type Filter = { name: string; label: string; all: string; choices: readonly Choice[] }
type Props = {
  action: string
  filters: readonly Filter[]
  texts: { filter: string; clear: string }
  /** Other parameters of the address, which the form keeps. */
  keep?: Readonly<Record<string, string>>
}

/** Lists that narrow a page. A plain GET form: the address says what is shown. On paper it prints the chosen values. */
export function FilterForm({ action, filters, texts, keep = {} }: Props) {
  const kept = new URLSearchParams(keep).toString()
  const applied = filters.flatMap(({ name, label, choices }) =>
    choices.filter(({ chosen }) => chosen).map((choice) => ({ name, text: `${label} · ${choice.label}` })),
  )
  return (
    <>
      <form action={action} className="card filter-bar">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {filters.map(({ name, label, all, choices }) => (
          <p key={name} className="field">
            <label htmlFor={`filter-${name}`}>{label}</label>
            <select
              id={`filter-${name}`}
              name={name}
              defaultValue={choices.find((choice) => choice.chosen)?.value ?? ''}
            >
              <option value="">{all}</option>
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </select>
          </p>
        ))}
        <p className="row">
          <button type="submit" className="btn primary">
            {texts.filter}
          </button>
          {applied.length > 0 && (
            <a className="btn link" href={kept ? `${action}?${kept}` : action}>
              {texts.clear}
            </a>
          )}
        </p>
      </form>
      {applied.length > 0 && (
        <ul className="plain print-only">
          {applied.map(({ name, text }) => (
            <li key={name}>{text}</li>
          ))}
        </ul>
      )}
    </>
  )
}
