export type Choice = { value: string; label: string; chosen: boolean }
export type Filter = { name: string; label: string; all: string; choices: readonly Choice[] }
type Props = {
  action: string
  filters: readonly Filter[]
  texts: { filter: string; clear: string }
  /** A text field before the lists. */
  search?: { name: string; label: string; value: string }
  /** Folds the lists under these words on a small screen, until one of them is used. The search stays. */
  fold?: string
  /** Other parameters of the address, which the form keeps. */
  keep?: Readonly<Record<string, string>>
}

/** Lists that narrow a page. A plain GET form: the address says what is shown. On paper it prints the chosen values. */
export function FilterForm({ action, filters, texts, search, fold, keep = {} }: Props) {
  const kept = new URLSearchParams(keep).toString()
  const applied = [
    ...(search?.value ? [{ name: search.name, text: `${search.label} · ${search.value}` }] : []),
    ...filters.flatMap(({ name, label, choices }) =>
      choices.filter(({ chosen }) => chosen).map((choice) => ({ name, text: `${label} · ${choice.label}` })),
    ),
  ]
  const lists = filters.map((filter) => <FilterList key={filter.name} {...filter} />)
  return (
    <>
      <form action={action} className={fold ? 'card filter-bar folding' : 'card filter-bar'}>
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {search && (
          <p className="field">
            <label htmlFor={`filter-${search.name}`}>{search.label}</label>
            <input
              type="search"
              id={`filter-${search.name}`}
              name={search.name}
              dir="auto"
              autoComplete="off"
              spellCheck={false}
              defaultValue={search.value}
            />
          </p>
        )}
        {fold ? (
          <details className="more-filters" open={filters.some(({ choices }) => choices.some(({ chosen }) => chosen))}>
            <summary>{fold}</summary>
            <div className="filters">{lists}</div>
          </details>
        ) : (
          lists
        )}
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

function FilterList({ name, label, all, choices }: Filter) {
  return (
    <p className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name} defaultValue={choices.find((choice) => choice.chosen)?.value ?? ''}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </p>
  )
}
