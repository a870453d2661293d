/** Lines to fill in by hand, in print only. */
export function PrintLines({ labels }: { labels: readonly string[] }) {
  return (
    <dl className="print-only print-lines">
      {labels.map((label) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd />
        </div>
      ))}
    </dl>
  )
}
