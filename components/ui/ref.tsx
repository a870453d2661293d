/**
 * The number of an article, law or certificate, left to right, never broken. After Arabic, `448-1` shows as `1-448`.
 */
export function Ref({ children }: { children: string }) {
  return (
    <bdi className="ref" dir="ltr">
      {children}
    </bdi>
  )
}

/** Isolates words of another direction in a plain string, where no element is possible. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}

/** Isolates left-to-right words in a plain string (title, label, file name), where no element is possible. */
export function isolateLtr(text: string): string {
  return `\u2066${text}\u2069`
}
