/** The screens that say once how to go on. */
export const hintScreens = ['status', 'people', 'services', 'cart', 'renewals'] as const;
export type HintScreen = (typeof hintScreens)[number];

export const isHintScreen = (screen: string): screen is HintScreen =>
  (hintScreens as readonly string[]).includes(screen);
