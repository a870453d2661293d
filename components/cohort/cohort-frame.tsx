type Back = { href: string; label: React.ReactNode }
type Props = { back: Back; heading: React.ReactNode; children: React.ReactNode }

/** A page about a cohort as wide as its tables. */
export function WideFrame({ back, heading, act, children }: Props & { act?: { href: string; label: string } | null }) {
  return (
    <main id="main" className="wrap page stack">
      <WayBack {...back} />
      {act === undefined ? (
        <h1>{heading}</h1>
      ) : (
        <div className="row between">
          <h1>{heading}</h1>
          {act && (
            <a className="btn primary" href={act.href}>
              {act.label}
            </a>
          )}
        </div>
      )}
      {children}
    </main>
  )
}

/** A page with a form about a cohort. `lead`: the part under the heading, if sections follow. */
export function FormFrame({ back, heading, lead, children }: Props & { lead?: React.ReactNode }) {
  const top = (
    <>
      <WayBack {...back} />
      <h1>{heading}</h1>
      {lead}
    </>
  )
  return (
    <main id="main" className="wrap page">
      {lead === undefined ? (
        <div className="narrow stack">
          {top}
          {children}
        </div>
      ) : (
        <div className="narrow stack-l">
          <div className="stack">{top}</div>
          {children}
        </div>
      )}
    </main>
  )
}

function WayBack({ href, label }: Back) {
  return (
    <p className="sm">
      <a href={href}>{label}</a>
    </p>
  )
}
