/** For a browser without a screen, as root or in a container: no graphics card, no traffic of its own, a small /dev/shm. */
export const BROWSER_ARGUMENTS = [
  ...["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
];
