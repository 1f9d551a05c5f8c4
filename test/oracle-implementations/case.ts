// The questions to both independent implementations, in plain text and numbers. They share no code with core
// or with each other.
export interface Case {
  readonly quantity: number;
  /** Net cents for one piece. */
  readonly yearly: number;
  readonly expiry: string;
  readonly anchor: number;
  readonly target: string;
  readonly rule: string;
}

/** `months` is a fraction in lowest terms, such as `83/10`. */
export interface Answer {
  readonly months: string;
  readonly net: number;
  readonly newExpiry: string;
  readonly newAnchor: number;
}
