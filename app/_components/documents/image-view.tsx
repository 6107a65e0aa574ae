"use client";

import Image from "next/image";
import { useRef, useState } from "react";
import { Alert } from "@/app/_ui/alert";
import { DocumentScroller } from "./document-scroller";
import { usePinch } from "./use-pinch";
import type { View } from "./use-view";
import { useWidth } from "./use-width";
import { ViewBar } from "./view-bar";

/** Wider than this, a small picture is blown up for nothing. */
const MOST_ENLARGED = 2;

/** A picture, as wide as there is room. */
export function ImageView({
  url,
  name,
  view,
  actions,
}: {
  url: string;
  name: string;
  view: View;
  actions: React.ReactNode;
}) {
  const scroller = useRef<HTMLElement>(null);
  const room = useWidth(scroller);
  const [size, setSize] = useState<{ width: number; height: number }>();
  const [isBroken, setBroken] = useState(false);
  usePinch(scroller, view.zoomBy);
  const isTurned = view.rotation % 180 !== 0;
  const across = size ? (isTurned ? size.height : size.width) : 0;
  const scale = across > 0 ? Math.min(room / across, MOST_ENLARGED) * view.zoom : 0;
  const [width, height] = size ? [size.width * scale, size.height * scale] : [0, 0];
  return (
    <>
      <ViewBar view={view} onKeyDown={view.onKeyDown} actions={actions} />
      <DocumentScroller ref={scroller} label={name} isBusy={!size && !isBroken} onKeyDown={view.onKeyDown}>
        {isBroken ? (
          <Alert tone="red" title="The picture cannot be shown" live>
            Download it to open it with another program.
          </Alert>
        ) : (
          <div
            className="relative mx-auto"
            style={isTurned ? { width: height, height: width } : { width, height }}
          >
            {/* Not optimised: the server that would do it has not the person's session. */}
            <Image
              unoptimized
              src={url}
              width={size?.width ?? 1}
              height={size?.height ?? 1}
              alt={`The document ${name}`}
              onLoad={({ currentTarget }) =>
                setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
              }
              onError={() => setBroken(true)}
              className="absolute top-1/2 left-1/2 max-w-none"
              style={{ width, height, transform: `translate(-50%, -50%) rotate(${view.rotation}deg)` }}
            />
          </div>
        )}
      </DocumentScroller>
    </>
  );
}
