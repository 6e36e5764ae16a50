package org.tongban.core.limit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.stream.ChunkedInput;
import io.netty.handler.stream.ChunkedWriteHandler;

/**
 * Sends long answers piece by piece, the next when the client has taken the last: whoever reads slowly keeps no copy of the
 * answer outside the heap, of which there is little (RL-14).
 */
final class InPieces extends ChunkedWriteHandler {
    private static final int PIECE = 1 << 16;

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) throws Exception {
        var isLong = message instanceof ByteBuf bytes && bytes.readableBytes() > PIECE;
        super.write(ctx, isLong ? new Pieces((ByteBuf) message) : message, promise.unvoid());
    }

    /** The pieces of one buffer, which it releases at the end. */
    private static final class Pieces implements ChunkedInput<ByteBuf> {
        private final ByteBuf bytes;
        private final int begin;

        Pieces(ByteBuf bytes) {
            this.bytes = bytes;
            this.begin = bytes.readerIndex();
        }

        @Override
        public boolean isEndOfInput() {
            return !bytes.isReadable();
        }

        @Override
        public ByteBuf readChunk(ByteBufAllocator allocator) {
            return bytes.readRetainedSlice(Math.min(PIECE, bytes.readableBytes()));
        }

        @Override
        @Deprecated
        public ByteBuf readChunk(ChannelHandlerContext ctx) {
            return readChunk(ctx.alloc());
        }

        @Override
        public long length() {
            return progress() + bytes.readableBytes();
        }

        @Override
        public long progress() {
            return (long) bytes.readerIndex() - begin;
        }

        @Override
        public void close() {
            bytes.release();
        }
    }
}
