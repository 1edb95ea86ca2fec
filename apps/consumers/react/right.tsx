import '@joinery/widgets/react'
import type { JoineryAssessment } from '@joinery/widgets'
import { useRef, useState } from 'react'

/** An assessment beside its badge, as a React 19 page holds them. */
export function Page() {
  const assessment = useRef<JoineryAssessment>(null)
  const [answered, setAnswered] = useState(0)
  return (
    <main>
      <joinery-assessment
        ref={assessment}
        id="check"
        className="wide"
        rules="/iso-44003.json"
        name="castell"
        headingLevel={3}
        onjoinery-answer={({ detail }) => setAnswered(Object.keys(detail.record.answers ?? {}).length)}
        onjoinery-step={(event) => event.detail.to === 'results' && event.preventDefault()}
      >
        <a href="/without-scripts">The same without scripts</a>
      </joinery-assessment>
      <p>{answered}</p>
      <joinery-profile for="check" variant="radar" />
      <joinery-badge src="/result.json" href="/result" />
    </main>
  )
}

document.addEventListener('joinery-result', ({ detail }) => detail.result.headline.level?.toFixed())
