package org.tongban.core.limit;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Encodes what stands in the address of a request as it was typed, Chinese say, and should have been encoded by whoever sent
 * it (RFC 3986, 2.1): of an address that cannot be read not even who asks would be known, and nobody would get a page.
 */
@Sharable
final class PlainAddress extends ChannelInboundHandlerAdapter {
    /** A sign that begins the code of no byte stands for itself; then what is neither letter nor sign of an address. */
    private static final Pattern STRAY = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private static final String FORBIDDEN = "\"<>\\^`{|}";

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request && request.decoderResult().isSuccess()) {
            var address = request.uri();
            if (!address.chars().allMatch(PlainAddress::isPlain)
                    || STRAY.matcher(address).find()) {
                request.setUri(encoded(STRAY.matcher(address).replaceAll("%25")));
            }
        }
        ctx.fireChannelRead(message);
    }

    private static boolean isPlain(int letter) {
        return letter > ' ' && letter < 0x7f && FORBIDDEN.indexOf(letter) < 0;
    }

    /** Each character stands for one byte as it came. */
    private static String encoded(String address) {
        var encoded = new StringBuilder(address.length() * 3);
        address.chars().forEach(letter -> {
            if (isPlain(letter)) {
                encoded.append((char) letter);
            } else {
                encoded.append("%%%02X".formatted(letter & 0xff).toUpperCase(Locale.ROOT));
            }
        });
        return encoded.toString();
    }
}
