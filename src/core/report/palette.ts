type Paint = (text: string) => string;

/** Colours of a terminal, given by whoever knows whether there is one. */
export interface Palette {
  readonly green: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly dim: Paint;
  readonly bold: Paint;
  readonly cyan: Paint;
}

const asIs: Paint = (text) => text;

/** No colour at all. */
export const PLAIN_PALETTE: Palette = {
  green: asIs,
  red: asIs,
  yellow: asIs,
  dim: asIs,
  bold: asIs,
  cyan: asIs,
};
