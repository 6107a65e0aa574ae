"use client";

import { type KeyboardEvent, useState } from "react";

/** Of the width there is; 1 fits the page into it. */
const ZOOMS = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 6];
const [LEAST, MOST] = [0.25, 6];

/** How a document is looked at: how large, and which way round. */
export function useView() {
  const [zoom, setZoom] = useState(1);
  const [rotation, setRotation] = useState(0);
  const zoomIn = () => setZoom((before) => ZOOMS.find((step) => step > before + 0.01) ?? MOST);
  const zoomOut = () => setZoom((before) => ZOOMS.findLast((step) => step < before - 0.01) ?? LEAST);
  const zoomBy = (factor: number) => setZoom((before) => Math.min(MOST, Math.max(LEAST, before * factor)));
  const fit = () => setZoom(1);
  const rotate = () => setRotation((before) => (before + 90) % 360);
  const keys: Record<string, () => void> = {
    "+": zoomIn,
    "=": zoomIn,
    "-": zoomOut,
    "0": fit,
    r: rotate,
  };
  /** True when the key was one of the view's. The page's own keys must not answer it as well. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const action = keys[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return false;
    event.preventDefault();
    action();
    return true;
  };
  return { zoom, rotation, zoomIn, zoomOut, zoomBy, fit, rotate, onKeyDown };
}

export type View = ReturnType<typeof useView>;
