/** An article, law or certificate number: always left to right, never broken. Raw `448-1` after Arabic letters shows as `1-448`. */
export function Ref({ children }: { children: string }) {
  return (
    <bdi className="ref" dir="ltr">
      {children}
    </bdi>
  )
}

/** Words of another direction in a plain string, where no element can stand. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}

/** For plain strings (titles, labels, file names), where no element can stand. */
export function isolateLtr(text: string): string {
  return `\u2066${text}\u2069`
}
