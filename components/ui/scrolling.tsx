// Safari lets the keyboard scroll only what it can focus.
const SCROLLED_BY_KEYS = { tabIndex: 0 }

/** What is too wide for a phone scrolls by itself, never the page. */
export function Scrolling({ children }: { children: React.ReactNode }) {
  return (
    <div className="tw" {...SCROLLED_BY_KEYS}>
      {children}
    </div>
  )
}
