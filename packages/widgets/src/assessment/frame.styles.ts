import { css } from 'lit'

/** Where things stand: one column on a phone, the advice beside from 46em, the steps beside both from 70em. */
export const frameStyles = css`
  [tabindex='-1']:focus {
    outline: none;
  }
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-areas: 'top' 'notes' 'steps' 'page' 'aside' 'keep';
    gap: 0 40px;
    padding: 16px 16px 24px;
    border-block-start: 4px solid var(--_accent);
    max-inline-size: 84em;
    margin-inline: auto;
  }
  .top {
    grid-area: top;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    min-block-size: 36px;
  }
  .brand {
    flex: none;
  }
  .brand-tail {
    fill: var(--_accent);
  }
  .brand-socket {
    fill: var(--_accent-soft);
  }
  .saved.device::before,
  .saved.service::before {
    content: '✓ ';
    color: var(--_good);
    font-weight: 700;
  }
  .top .pill {
    margin-inline-start: auto;
  }
  .page {
    grid-area: page;
    min-inline-size: 0;
    padding-block: 8px 24px;
    scroll-margin-block-start: 16px;
  }
  .lead {
    margin-block-start: 8px;
    font-size: 1.0625em;
    max-inline-size: 62ch;
  }
  .keep {
    grid-area: keep;
    border-block-start: 1px solid var(--_line);
    margin-block-start: 24px;
    padding-block-start: 4px;
  }
  @container (min-width: 46em) {
    .frame {
      grid-template-columns: minmax(0, 1fr) 18em;
      grid-template-areas: 'top top' 'notes notes' 'steps steps' 'page aside' 'keep keep';
      padding: 20px 28px 28px;
    }
    .frame.single {
      grid-template-columns: minmax(0, 1fr);
      grid-template-areas: 'top' 'notes' 'steps' 'page' 'keep';
    }
  }
`
