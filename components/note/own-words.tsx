/** The text of a note, in lines as it was written, and in its own direction. */
export function OwnWords({ children }: { children: string }) {
  return (
    <p className="own-words" dir="auto">
      {children}
    </p>
  )
}
