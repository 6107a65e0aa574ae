import { readyTestServer } from "./ready-test-server";

/** The test files' processes start after this and inherit the variables it sets. */
export default () => readyTestServer();
