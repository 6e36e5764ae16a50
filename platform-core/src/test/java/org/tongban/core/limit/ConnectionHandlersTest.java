package org.tongban.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What each handler of a connection lets through, and what it holds back (CO-84, CO-88). */
@Tag("CO-84")
class ConnectionHandlersTest {
    private static final int LONG = 1_000_000;
    private static final int PIECE = 1 << 16;

    private static HttpRequest get(String path) {
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path);
    }

    private static void arrive(EmbeddedChannel channel, String path) {
        channel.writeInbound(get(path), LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private static FullHttpResponse answer(HttpResponseStatus status) {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
    }

    /** Refuses one path, and counts. */
    private static final class Keeper implements Doorkeeper {
        private int entered;
        private int inside;

        @Override
        public @Nullable FullHttpResponse refusal(HttpRequest request) {
            return request.uri().equals("/refused") ? answer(HttpResponseStatus.SERVICE_UNAVAILABLE) : null;
        }

        @Override
        public void entered() {
            entered++;
            inside++;
        }

        @Override
        public void left() {
            inside--;
        }
    }

    /** The paths of the requests that came through since. */
    private static List<String> through(EmbeddedChannel channel) {
        var paths = new ArrayList<String>();
        for (var message = channel.readInbound(); message != null; message = channel.readInbound()) {
            if (message instanceof HttpRequest request) {
                paths.add(request.uri());
            }
        }
        return paths;
    }

    @Test
    void the_next_request_waits_until_the_last_is_answered() {
        var channel = new EmbeddedChannel(new OneAtATime());
        arrive(channel, "/1");
        arrive(channel, "/2");
        arrive(channel, "/3");
        assertThat(through(channel)).containsExactly("/1");

        channel.writeOutbound(answer(HttpResponseStatus.CONTINUE));
        channel.runPendingTasks();
        assertThat(through(channel)).isEmpty();

        channel.writeOutbound(answer(HttpResponseStatus.OK));
        channel.runPendingTasks();
        assertThat(through(channel)).containsExactly("/2");
        channel.writeOutbound(answer(HttpResponseStatus.OK));
        channel.runPendingTasks();
        assertThat(through(channel)).containsExactly("/3");
        channel.finishAndReleaseAll();
    }

    @Test
    void a_long_answer_goes_out_whole_in_pieces() {
        var channel = new EmbeddedChannel(new InPieces());
        var answer = Unpooled.wrappedBuffer(new byte[LONG]);
        channel.writeOutbound(answer);

        int sent = 0;
        for (ByteBuf piece = channel.readOutbound(); piece != null; piece = channel.readOutbound()) {
            assertThat(piece.readableBytes()).isBetween(1, PIECE);
            sent += piece.readableBytes();
            piece.release();
        }
        assertThat(sent).isEqualTo(LONG);
        assertThat(answer.refCnt()).isZero();
        channel.finishAndReleaseAll();
    }

    @Test
    @Tag("CO-88")
    void who_is_refused_at_the_door_does_not_come_further_and_the_next_does() {
        var channel = new EmbeddedChannel(new Door(new Keeper()));
        arrive(channel, "/refused");
        arrive(channel, "/let-in");

        assertThat(through(channel)).containsExactly("/let-in");
        FullHttpResponse refusal = channel.readOutbound();
        assertThat(refusal.status()).isEqualTo(HttpResponseStatus.SERVICE_UNAVAILABLE);
        assertThat(channel.<Object>readOutbound()).isNull();
        channel.finishAndReleaseAll();
    }

    @Test
    @Tag("CO-88")
    void a_request_is_inside_from_its_last_byte_to_the_head_of_its_answer() {
        var keeper = new Keeper();
        var channel = new EmbeddedChannel(new Door(keeper));
        channel.writeInbound(get("/1"));
        assertThat(keeper.inside).isZero();
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(keeper.inside).isEqualTo(1);
        channel.writeOutbound(answer(HttpResponseStatus.CONTINUE));
        assertThat(keeper.inside).isEqualTo(1);
        channel.writeOutbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        assertThat(keeper.inside).isZero();
        channel.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);

        arrive(channel, "/2");
        assertThat(keeper.inside).isEqualTo(1);
        channel.finishAndReleaseAll();
        assertThat(keeper.inside).isZero();
    }

    @Test
    @Tag("CO-88")
    void who_is_answered_before_its_body_is_there_was_never_inside() {
        var keeper = new Keeper();
        var channel = new EmbeddedChannel(new Door(keeper));
        channel.writeInbound(get("/1"));
        channel.writeOutbound(answer(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE));
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        channel.finishAndReleaseAll();
        assertThat(keeper.inside).isZero();
        assertThat(keeper.entered).isZero();
    }
}
