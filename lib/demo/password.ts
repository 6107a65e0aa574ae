/** The password of all the demo's people. It opens nothing but a demo, and its sign-in page shows it. */
export const DEMO_PASSWORD = "countersign-demo";
