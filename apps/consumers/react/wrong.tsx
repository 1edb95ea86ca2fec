import '@joinery/widgets/react'

export const wrong = [
  <joinery-assessment key="1" rulez="/iso-44003.json" />,
  <joinery-profile key="2" variant="pie" />,
  <joinery-bagde key="3" />,
  <joinery-badge key="4" href={7} />,
  <joinery-assessment key="5" onjoinery-answer={({ detail }) => detail.answers} />,
  <joinery-benchmark key="6" minFirms="many" />,
]
