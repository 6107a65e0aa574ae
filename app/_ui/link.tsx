"use client";

import NextLink from "next/link";
import { type ComponentProps, type SyntheticEvent, useState } from "react";

type LinkProps = Omit<ComponentProps<typeof NextLink>, "prefetch">;

/**
 * Next's link, which reads ahead when somebody is about to follow it: a pointer or the focus is on it. Next reads
 * ahead for every link in sight, and again after each refresh; a page of the application has thirty to sixty of
 * them and is drawn again whenever something of the organisation changes.
 */
export function Link({ onPointerEnter, onPointerLeave, onFocus, onBlur, ...props }: LinkProps) {
  const [near, setNear] = useState(false);
  const nearing =
    <Event extends SyntheticEvent>(isNear: boolean, and: ((event: Event) => void) | undefined) =>
    (event: Event) => {
      setNear(isNear);
      and?.(event);
    };
  return (
    <NextLink
      {...props}
      prefetch={near ? null : false}
      onPointerEnter={nearing(true, onPointerEnter)}
      onPointerLeave={nearing(false, onPointerLeave)}
      onFocus={nearing(true, onFocus)}
      onBlur={nearing(false, onBlur)}
    />
  );
}
