import { create } from 'zustand';

/** The task of the home screen that a person has begun in this window; null if there is none. */
export const useBegunTask = create<{ readonly id: string | null }>()(() => ({ id: null }));

export const begin = (id: string): void => useBegunTask.setState({ id });

export const forgetBegun = (): void => useBegunTask.setState({ id: null });
