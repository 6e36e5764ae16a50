package org.tongban.core.limit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Hands the requests of a connection on one after the other, each when the answer of the one before is with the client
 * (RFC 9112, 9.3.2, leaves that to the server). Else a client could have hundreds answered at once, out of one packet, and
 * read none of them (CO-84). What came too soon waits here, and nothing more is read meanwhile. All of it runs on the
 * connection's own event loop.
 */
final class OneAtATime extends ChannelDuplexHandler {
    private final Queue<Object> held = new ArrayDeque<>();
    /** A request was handed on whose answer is not sent whole. */
    private boolean answering;
    /** An answer of 1xx is on its way, behind which the real one comes. */
    private boolean preliminary;
    /** More was asked for while something was held. */
    private boolean wanted;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (held.isEmpty() && !mustWait(message)) {
            handOn(ctx, message);
        } else {
            held.add(message);
        }
    }

    private boolean mustWait(Object message) {
        return answering && message instanceof HttpRequest;
    }

    private void handOn(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest) {
            answering = true;
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
        if (held.isEmpty()) {
            ctx.read();
        } else {
            wanted = true;
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse answer) {
            preliminary = answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }
        var isLast = message instanceof LastHttpContent && !preliminary;
        ctx.write(message, promise.unvoid()).addListener(sent -> {
            if (isLast) {
                answered(ctx);
            }
        });
    }

    private void answered(ChannelHandlerContext ctx) {
        answering = false;
        if (!held.isEmpty()) {
            // Not at once: an answer that closes the connection does so first, and answers made at once do not nest.
            ctx.executor().execute(() -> handOnNext(ctx));
        }
    }

    private void handOnNext(ChannelHandlerContext ctx) {
        if (held.isEmpty() || mustWait(held.element())) {
            return;
        }
        while (!held.isEmpty() && !mustWait(held.element())) {
            handOn(ctx, held.remove());
        }
        ctx.fireChannelReadComplete();
        if (held.isEmpty() && wanted) {
            wanted = false;
            ctx.read();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        drop();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        drop();
    }

    private void drop() {
        held.forEach(ReferenceCountUtil::release);
        held.clear();
    }
}
