/**
 * The application's own GUID: the same in every .qwc file, whoever runs the server, since it owns the
 * data extensions (FileID) that the Web Connector leaves in company files.
 */
export const OWNER_ID = "{6C1A5C1E-52B5-4E0B-9E0F-6A4D0C2B7F31}";
