import { css } from 'lit'

/** Level and range in words, at the head of a result. */
export const headlineStyles = css`
  .results {
    margin-block-start: 16px;
  }
  .hero,
  .card {
    background: var(--_raised);
    border-radius: var(--_radius);
  }
  .hero {
    padding: 20px 18px 18px;
  }
  .hero-line {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 4px 12px;
    overflow-wrap: normal;
  }
  .hero-lead {
    color: var(--_accent);
    font-size: clamp(1.75em, 1.2em + 3cqi, 3em);
    line-height: 1.12;
    letter-spacing: -0.02em;
    margin-block: 6px 4px;
  }
  .hero-rest {
    font-size: 0.55em;
    letter-spacing: 0;
    color: var(--_ink);
    font-weight: 600;
  }
  .hero-meaning {
    font-size: 1.0625em;
  }
  @container (min-width: 40em) {
    .hero {
      padding: 24px 28px;
    }
  }
  [data-awaited] {
    display: block;
    min-block-size: 100vh;
  }
  @media (forced-colors: active) {
    .hero,
    .card {
      border: 1px solid;
    }
  }
  @media print {
    .hero,
    .card {
      border: 1px solid var(--_line);
      background: none;
    }
  }
`
