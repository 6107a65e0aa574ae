"use client";

import { type RefObject, useEffect, useRef } from "react";

const distance = ([a, b]: readonly Touch[]): number =>
  a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;

/** Two fingers on a screen or a touchpad (which browsers tell as a wheel with Ctrl): zooms the element, not the page. */
export function usePinch(element: RefObject<HTMLElement | null>, onZoom: (factor: number) => void): void {
  const zoom = useRef(onZoom);
  useEffect(() => {
    zoom.current = onZoom;
  });
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    let before = 0;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom.current(Math.exp(-event.deltaY / 200));
    };
    const move = (event: TouchEvent) => {
      if (event.touches.length !== 2) return;
      event.preventDefault();
      const now = distance([...event.touches]);
      if (before > 0) zoom.current(now / before);
      before = now;
    };
    const end = () => {
      before = 0;
    };
    // React's own listeners are passive here: they could not keep the browser from zooming the page.
    target.addEventListener("wheel", wheel, { passive: false });
    target.addEventListener("touchmove", move, { passive: false });
    target.addEventListener("touchend", end);
    return () => {
      target.removeEventListener("wheel", wheel);
      target.removeEventListener("touchmove", move);
      target.removeEventListener("touchend", end);
    };
  }, [element]);
}
