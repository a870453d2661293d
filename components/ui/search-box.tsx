import { Search } from 'lucide'
import { Icon } from './icon'

type Props = {
  action: string
  label: string
  hint: string
  button: string
  value?: string
  /** Where a script asks for suggestions, and what their list is called. */
  suggest?: { address: string; label: string }
}

/** The search field of the library, by number or word. It is a plain GET form and needs no script. */
export function SearchBox({ action, label, hint, button, value = '', suggest }: Props) {
  return (
    <search>
      <form
        action={action}
        className="library-search field"
        data-suggest={suggest?.address}
        data-suggest-label={suggest?.label}
      >
        <label htmlFor="library-q">{label}</label>
        <span className="hint" id="library-q-hint">
          {hint}
        </span>
        <span className="search-row">
          <input
            type="search"
            id="library-q"
            name="q"
            dir="auto"
            defaultValue={value}
            aria-describedby="library-q-hint"
          />
          <button type="submit" className="btn primary">
            <Icon node={Search} />
            {button}
          </button>
        </span>
      </form>
      {value !== '' && (
        <p className="print-only">
          {label} · <bdi>{value}</bdi>
        </p>
      )}
    </search>
  )
}
