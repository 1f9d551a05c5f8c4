// What both independent implementations are asked, in plain text and numbers: they share no code with core,
// nor with each other.
export interface Case {
  readonly quantity: number;
  /** Cents, net, for one. */
  readonly yearly: number;
  readonly expiry: string;
  readonly anchor: number;
  readonly target: string;
  readonly rule: string;
}

/** `months` in lowest terms, as `83/10`. */
export interface Answer {
  readonly months: string;
  readonly net: number;
  readonly newExpiry: string;
  readonly newAnchor: number;
}
