package org.tongban.core.limit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Where a connection's requests come in. Those that the {@link Doorkeeper} refuses are answered here, before they cost what
 * a request costs further in: under four times the load that can be served, most of the work would be refusals else. Stands
 * behind {@link OneAtATime}, so there is one request at most. All of it runs on the connection's own event loop.
 */
final class Door extends ChannelDuplexHandler {
    private final Doorkeeper keeper;
    private Place place = Place.OUTSIDE;

    Door(Doorkeeper keeper) {
        this.keeper = keeper;
    }

    /** Where the connection's request is. */
    private enum Place {
        OUTSIDE,
        /** Refused, while the rest of it is still coming. */
        REFUSED,
        /** Let in, while its body is still coming: who sends slowly keeps nobody out. */
        COMING,
        INSIDE
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (place == Place.REFUSED) {
            endOf(message, Place.OUTSIDE);
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request
                && request.decoderResult().isSuccess()) {
            admit(ctx, request);
        } else {
            comeIn(ctx, message);
        }
    }

    private void admit(ChannelHandlerContext ctx, HttpRequest request) {
        var refusal = keeper.refusal(request);
        if (refusal == null) {
            place = Place.COMING;
            comeIn(ctx, request);
        } else {
            place = Place.REFUSED;
            endOf(request, Place.OUTSIDE);
            refuse(ctx, request, refusal);
            ReferenceCountUtil.release(request);
        }
    }

    private void comeIn(ChannelHandlerContext ctx, Object message) {
        if (place == Place.COMING && endOf(message, Place.INSIDE)) {
            keeper.entered();
        }
        ctx.fireChannelRead(message);
    }

    private boolean endOf(Object message, Place then) {
        var ended = message instanceof LastHttpContent;
        if (ended) {
            place = then;
        }
        return ended;
    }

    private static void refuse(ChannelHandlerContext ctx, HttpRequest request, FullHttpResponse refusal) {
        HttpUtil.setContentLength(refusal, refusal.content().readableBytes());
        // Who waits to be told to go on with its body does not send it now, and the next request would be taken for it.
        var stays = HttpUtil.isKeepAlive(request) && !HttpUtil.is100ContinueExpected(request);
        HttpUtil.setKeepAlive(refusal, stays);
        var sent = ctx.writeAndFlush(refusal);
        if (!stays) {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse answer && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            leave();
        }
        var unused = ctx.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        leave();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        leave();
    }

    private void leave() {
        if (place == Place.INSIDE) {
            keeper.left();
        }
        place = Place.OUTSIDE;
    }
}
