package org.tongban.core.limit;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Where a connection's requests come in. Those that the {@link Doorkeeper} refuses are answered here, before they cost what
 * a request costs further in: under four times the load that can be served, most of the work would be refusals else.
 */
final class Door extends ChannelInboundHandlerAdapter {
    private final Doorkeeper keeper;
    /** The rest of a request that was refused is still coming. */
    private boolean refused;

    Door(Doorkeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (refused) {
            refused = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request
                && request.decoderResult().isSuccess()) {
            admit(ctx, request);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private void admit(ChannelHandlerContext ctx, HttpRequest request) {
        var refusal = keeper.refusal(request);
        if (refusal == null) {
            ctx.fireChannelRead(request);
        } else {
            refused = !(request instanceof LastHttpContent);
            refuse(ctx, request, refusal);
            ReferenceCountUtil.release(request);
        }
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
}
