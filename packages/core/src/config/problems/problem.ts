/** One thing that is wrong with a config. */
export interface Problem {
  readonly path: Path;
  readonly text: string;
}

export type Path = readonly (string | number)[];
