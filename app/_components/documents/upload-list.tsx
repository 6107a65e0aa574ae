"use client";

import { X } from "lucide-react";
import { Button } from "@/app/_ui/button";
import { Progress } from "@/app/_ui/progress";
import type { Uploads } from "./use-uploads";

/** Files on their way, and those that did not arrive with the reason. */
export function UploadList({ uploads, retry, dismiss }: Uploads) {
  if (uploads.length === 0) return null;
  return (
    <ul aria-label="Files on their way" className="flex flex-col divide-y divide-line border-line border-b">
      {uploads.map((upload) => (
        <li key={upload.key} className="flex items-center gap-2 px-3 py-2 text-sm">
          <div className="min-w-0 flex-1">
            <p className="truncate text-ink" title={upload.file.name}>
              {upload.file.name}
            </p>
            {upload.error ? (
              <p role="alert" className="text-danger-ink text-xs">
                {upload.error}
              </p>
            ) : (
              <Progress label={`Sending ${upload.file.name}`} value={upload.percent} className="mt-1" />
            )}
          </div>
          {upload.error ? (
            <Button size="sm" onClick={() => retry(upload)}>
              Try again
            </Button>
          ) : null}
          <Button
            size="icon"
            variant="ghost"
            aria-label={upload.error ? `Forget ${upload.file.name}` : `Stop sending ${upload.file.name}`}
            onClick={() => dismiss(upload)}
          >
            <X aria-hidden="true" />
          </Button>
        </li>
      ))}
    </ul>
  );
}
