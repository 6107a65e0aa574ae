/** The frame shared by everything one types or chooses in: height, border, focus and error looks. */
export const controlClass = [
  "w-full min-w-0 rounded-md border border-line-control bg-surface text-ink text-sm shadow-control transition-colors",
  "hover:border-ink-faint focus-visible:border-ring focus-visible:outline-2 focus-visible:outline-ring focus-visible:-outline-offset-1",
  "disabled:cursor-not-allowed disabled:border-line-strong disabled:bg-sunken disabled:text-ink-muted [&[readonly]]:bg-sunken",
  "aria-invalid:border-danger aria-invalid:focus-visible:outline-danger",
  "touch:text-lg",
].join(" ");

/** Height and padding of a one-line control: 32px with a mouse, 44px under a thumb. */
export const controlLineClass = "h-8 px-2.5 touch:h-11 touch:px-3";
