// WebSocket frames, encoded once for everybody. In: a message. Out: the bytes of one binary server
// frame (RFC 6455 §5.2: FIN, opcode 2, no mask). Keeps: a frame is built once per tick, not per reader.

export function binaryFrame(message: Uint8Array): Buffer {
  const { length } = message
  const headBytes = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafeSlow(headBytes + length)
  frame[0] = 0x82
  if (headBytes === 2) frame[1] = length
  else if (headBytes === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(message, headBytes)
  return frame
}
