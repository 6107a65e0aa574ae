import { DrawnButton, Mark, Picture } from "./picture";

/** The Web Connector asks whether to take the .qwc file. */
export function AuthoriseQuestion({ name, address }: { name: string; address: string }) {
  return (
    <Picture
      title="Authorize new web service"
      label={`The Web Connector asks whether to add ${name}, which calls ${address}. Choose OK.`}
    >
      <div className="flex flex-col gap-2.5 p-3">
        <p className="text-ink">Give this web service access to QuickBooks?</p>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-ink-muted">
          <dt>Application</dt>
          <dd className="truncate text-ink">{name}</dd>
          <dt>Address</dt>
          <dd className="truncate font-mono text-2xs leading-4">{address}</dd>
        </dl>
        <div className="mt-1 flex justify-end gap-4 pr-3">
          <Mark number={1}>
            <DrawnButton strong>OK</DrawnButton>
          </Mark>
          <DrawnButton>Cancel</DrawnButton>
        </div>
      </div>
    </Picture>
  );
}
