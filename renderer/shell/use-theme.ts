import { useEffect } from 'react';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** Applies the chosen theme to the page. `system` follows the system's theme. */
export function useTheme(theme: 'system' | 'light' | 'dark'): void {
  useEffect(() => {
    const apply = (): void => {
      document.documentElement.dataset['theme'] =
        theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme]);
}
