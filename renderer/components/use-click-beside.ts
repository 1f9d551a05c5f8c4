import { useRef, type MouseEvent, type PointerEvent } from 'react';

/**
 * For what fills the window around a box: a click beside the box calls `close`. Letters that are marked with
 * the pointer may end beside the box; that is no click beside it.
 */
export function useClickBeside(close: () => void) {
  const pressed = useRef(false);
  return {
    onPointerDown({ target, currentTarget }: PointerEvent) {
      pressed.current = target === currentTarget;
    },
    onClick({ target, currentTarget }: MouseEvent) {
      if (pressed.current && target === currentTarget) close();
    },
  };
}
