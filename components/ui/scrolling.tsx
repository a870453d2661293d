// Safari lets the keyboard scroll only elements that can be focused.
const SCROLLED_BY_KEYS = { tabIndex: 0 }

/** Content too wide for a phone scrolls inside this element, so that the page never scrolls sideways. */
export function Scrolling({ children }: { children: React.ReactNode }) {
  return (
    <div className="tw" {...SCROLLED_BY_KEYS}>
      {children}
    </div>
  )
}
