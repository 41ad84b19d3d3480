/** Bare HTTP to a server that is tried out. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface Requests extends AsyncDisposable {
  /** Null when the connection was refused or closed, or nothing came in time. A body makes it a POST. Connections are kept. */
  send(
    url: string,
    body?: { readonly text: string; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<Answer | null>;
}
