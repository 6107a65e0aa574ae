"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { DocumentView } from "@/lib/bills/bill-documents";
import { sendFile } from "./send-file";

/** A file on its way, or one that did not arrive. */
export interface Upload {
  key: string;
  file: File;
  /** 0 to 100; 100 while the server looks at it. */
  percent: number;
  error?: string;
}

let serial = 0;
const nextKey = () => {
  serial += 1;
  return `upload-${serial}`;
};

const megabytes = (bytes: number) => bytes / (1024 * 1024);

/**
 * Files on their way to the server, a few at a time. `onSent` gets those that arrived, together, when nothing
 * is on its way any more: a bill in approval is to start one new round, not one for each.
 */
export function useUploads(limitMegabytes: number, onSent: (documents: DocumentView[]) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const arrived = useRef(new Map<string, DocumentView>());
  const order = useRef<string[]>([]);
  const open = useRef(new Map<string, () => void>());
  const tell = useRef(onSent);
  useEffect(() => {
    tell.current = onSent;
  });
  useEffect(() => {
    const sending = open.current;
    return () => {
      for (const cancel of sending.values()) cancel();
    };
  }, []);

  const settle = useCallback(() => {
    if (open.current.size > 0) return;
    const sent = order.current.flatMap((key) => arrived.current.get(key) ?? []);
    arrived.current.clear();
    order.current = [];
    if (sent.length > 0) tell.current(sent);
  }, []);

  const start = useCallback(
    async ({ key, file }: Pick<Upload, "key" | "file">) => {
      const change = (next: Partial<Upload>) =>
        setUploads((before) => before.map((each) => (each.key === key ? { ...each, ...next } : each)));
      if (megabytes(file.size) > limitMegabytes) {
        change({ error: `A document can have at most ${limitMegabytes} MB.` });
        return;
      }
      order.current.push(key);
      const { done, cancel } = sendFile(file, (percent) => change({ percent }));
      open.current.set(key, cancel);
      const outcome = await done;
      open.current.delete(key);
      if ("error" in outcome) change({ error: outcome.error });
      else {
        arrived.current.set(key, outcome.document);
        setUploads((before) => before.filter((each) => each.key !== key));
      }
      settle();
    },
    [limitMegabytes, settle],
  );

  const add = useCallback(
    (files: readonly File[]) => {
      const added = files.map((file) => ({ key: nextKey(), file, percent: 0 }));
      setUploads((before) => [...before, ...added]);
      for (const upload of added) void start(upload);
    },
    [start],
  );
  const retry = (upload: Upload) => {
    setUploads((before) =>
      before.map(({ key, file, percent, ...rest }) =>
        key === upload.key ? { key, file, percent: 0 } : { key, file, percent, ...rest },
      ),
    );
    void start(upload);
  };
  const dismiss = ({ key }: Upload) => {
    open.current.get(key)?.();
    setUploads((before) => before.filter((each) => each.key !== key));
  };
  return { uploads, add, retry, dismiss, isSending: uploads.some(({ error }) => error === undefined) };
}

export type Uploads = ReturnType<typeof useUploads>;
