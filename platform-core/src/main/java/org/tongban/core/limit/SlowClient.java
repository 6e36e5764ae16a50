package org.tongban.core.limit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection whose client takes too long (CO-84). A request, its head and an ordinary body, must be there within the
 * patience; what flows, a file on its way here or any answer on its way out, must move at least so many bytes within each
 * such time. Only the time counts in which the server waits for the client: while it does not read itself, nobody is slow.
 * All of it runs on the connection's own event loop.
 */
final class SlowClient extends ChannelDuplexHandler {
    /** How often within the patience it is looked at. */
    private static final int LOOKS = 8;

    private final long patience;
    private final long least;
    private final Runnable cutOff;
    private @Nullable Future<?> watch;

    private Stage stage = Stage.BETWEEN;
    private boolean asked;
    private long askedAt;
    private long waited;
    private long received;

    private long sent;
    private boolean sending;
    private long sendingSince;
    private long sentThen;

    SlowClient(Duration patience, long least, Runnable cutOff) {
        this.patience = patience.toNanos();
        this.least = least;
        this.cutOff = cutOff;
    }

    /** What of a request is on its way. */
    private enum Stage {
        BETWEEN,
        /** Its head, or a body that is whole before anything is done with it. */
        ORDINARY,
        /** A body that may be as long as a file. */
        FLOWING
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        var pause = Math.max(1, patience / LOOKS);
        watch = ctx.executor().scheduleWithFixedDelay(() -> look(ctx), pause, pause, TimeUnit.NANOSECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (watch != null) {
            watch.cancel(false);
        }
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
        if (!asked) {
            asked = true;
            askedAt = System.nanoTime();
        }
        ctx.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof ByteBuf bytes) {
            if (stage == Stage.BETWEEN) {
                begin(Stage.ORDINARY);
            } else if (asked) {
                waited += System.nanoTime() - askedAt;
            }
            asked = false;
            received += bytes.readableBytes();
        }
        ctx.fireChannelRead(message);
    }

    private void begin(Stage next) {
        stage = next;
        waited = 0;
        received = 0;
    }

    /** Stands behind the codec, and tells where requests begin and end. */
    ChannelInboundHandler requests() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object message) {
                if (message instanceof HttpRequest request && isFile(request)) {
                    begin(Stage.FLOWING);
                } else if (message instanceof HttpRequest && stage == Stage.BETWEEN) {
                    begin(Stage.ORDINARY);
                }
                if (message instanceof LastHttpContent) {
                    stage = Stage.BETWEEN;
                }
                ctx.fireChannelRead(message);
            }
        };
    }

    /** Documents and forms are read whole, and may not be long. */
    private static boolean isFile(HttpRequest request) {
        var type = request.headers().get(HttpHeaderNames.CONTENT_TYPE);
        if (type == null) {
            return false;
        }
        var name = type.strip().toLowerCase(Locale.ROOT);
        return !name.startsWith("application/json") && !name.startsWith("application/x-www-form-urlencoded");
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        long size = message instanceof ByteBuf bytes
                ? bytes.readableBytes()
                : message instanceof FileRegion file ? file.count() : 0;
        ctx.write(message, promise.unvoid()).addListener(done -> sent += size);
    }

    private void look(ChannelHandlerContext ctx) {
        var now = System.nanoTime();
        if (isSlowToSend(now) || isSlowToRead(ctx, now)) {
            cutOff.run();
            var unused = ctx.close();
        }
    }

    private boolean isSlowToSend(long now) {
        if (stage == Stage.BETWEEN || waited + (asked ? now - askedAt : 0) < patience) {
            return false;
        }
        if (stage == Stage.ORDINARY || received < least) {
            return true;
        }
        waited = 0;
        received = 0;
        askedAt = now;
        return false;
    }

    private boolean isSlowToRead(ChannelHandlerContext ctx, long now) {
        var out = ctx.channel().unsafe().outboundBuffer();
        if (out == null || out.isEmpty()) {
            sending = false;
            return false;
        }
        var moved = sent + out.currentProgress();
        if (sending && now - sendingSince < patience) {
            return false;
        }
        if (sending && moved - sentThen < least) {
            return true;
        }
        sending = true;
        sendingSince = now;
        sentThen = moved;
        return false;
    }
}
