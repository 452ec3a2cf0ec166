// Every bound of the house, with its unit in its name. In: nothing. Out: numbers that client and hub
// share, so that an honest client never meets a refusal for size. Keeps: I9.

const KB = 1024
const MB = 1024 * KB
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const limits = {
  // The wire (DESIGN §8)
  frameBytesMax: 256 * KB,
  updateBytesMax: 64 * KB,
  structClockMax: 64 * KB,
  pasteCharactersMax: 20_000,
  proposalRangesMax: 2_000,
  connectionsPerRoomMax: 2_000,
  connectionsPerAccountMax: 500,
  /** Leases of one person in one document; past them the oldest unheld one is passed on. */
  leasesPerAccountMax: 64,
  /** So long a lease nothing was written under waits for the page that lost its line. */
  leaseGraceMs: 2 * minute,
  /** ClientIDs of stock clients, each of their own making. */
  stockLeasesPerAccountMax: 2_000,
  pendingFramesPerConnectionMax: 400,
  pendingBytesPerConnectionMax: 512 * KB,
  slowReaderSoftBytes: 256 * KB,
  slowReaderHardBytes: 4 * MB,
  slowReaderLagMsMax: 10_000,
  presenceStateBytesMax: 1 * KB,
  presenceEntriesPerFrameMax: 2_048,
  presenceTickMs: 80,
  presenceHeartbeatMs: 20_000,
  pingMs: 25_000,
  /** Who does not answer a closing handshake is cut off. */
  closingMsMax: 2_000,

  // The room
  tickMsMax: 12,
  tickMsWhenLagging: 50,
  loopLagMsForLongTick: 25,
  updatesPerTickMax: 500,
  snapshotTailRowsMax: 500,
  snapshotTailBytesMax: 256 * KB,
  joinTailRowsMax: 100,
  roomIdleMs: 30_000,
  appendRetryMs: 250,
  appendTimeoutMs: 10_000,
  roomsOpenMax: 5_000,

  // The store: a story is one relational transaction, a group is one commit of many appends
  storyMsMax: 5_000,
  storeQueueMax: 20_000,
  storeQueueBytesMax: 256 * MB,
  storeGroupAppendsMax: 2_000,
  storeStatementsCachedMax: 500,

  // Documents
  blocksPerDocumentMax: 5_000,
  blockCharactersMax: 20_000,
  importCharactersMax: 1_000_000,
  titleCharactersMax: 300,
  documentBytesMax: 32 * MB,

  // Refusals: past this many in the window the account only reads (DESIGN §4)
  refusalsBeforeReadOnly: 3,
  refusalsWindowMs: 10 * minute,

  // People
  passwordCharactersMin: 12,
  passwordCharactersMax: 256,
  nameCharactersMax: 120,
  emailCharactersMax: 254,
  hashesAtOnceMax: 4,
  hashesWaitingMax: 64,
  signInDelayMsFirst: 1_000,
  signInDelayMsMax: 5 * minute,
  signInFreeFailures: 3,
  addressFailuresMax: 300,
  addressFailuresWindowMs: 10 * minute,
  throttleEntriesMax: 50_000,
  loginIdleMs: 14 * day,
  loginAbsoluteMs: 60 * day,
  loginsPerAccountMax: 50,
  invitationMs: 7 * day,
  newPasswordLinkMs: 1 * day,
  setupLinkMs: 1 * day,

  // Live events
  liveFrameBytesMax: 16 * KB,
  topicsPerSocketMax: 50,

  // HTTP
  bodyBytesMax: 4 * MB,
  trpcBatchMax: 10,

  // Composition: frames wait this long, or this many, before they touch the Y.Doc (negotiate2.md §5)
  compositionMsMax: 5_000,
  compositionFramesMax: 500,

  // Words kept on the device until the hub has them
  keptPiecesMax: 500,
  keptUpdatesMax: 20_000,
} as const
