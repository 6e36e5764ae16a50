package org.tongban.core.web.internal;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tongban.core.limit.Admission;
import org.tongban.core.limit.Doorkeeper;
import org.tongban.core.module.Language;
import org.tongban.core.web.CoreError;

/**
 * Turns calls of the API away while as many are under way, or wait for the database, as may (CO-88). Pages are turned away by
 * the {@link CrowdFilter}, which can draw one.
 */
@Singleton
class Crowd implements Doorkeeper {
    private static final String API = "/api/";

    private final Admission admission;
    private final Problems problems;

    Crowd(Admission admission, Problems problems) {
        this.admission = admission;
        this.problems = problems;
    }

    @Override
    public @Nullable FullHttpResponse refusal(HttpRequest request) {
        var uri = request.uri();
        var query = uri.indexOf('?');
        var path = query < 0 ? uri : uri.substring(0, query);
        return path.startsWith(API) && admission.turnsAway(path) ? unavailable(request, path) : null;
    }

    @Override
    public void entered() {
        admission.begin();
    }

    @Override
    public void left() {
        admission.end();
    }

    private FullHttpResponse unavailable(HttpRequest request, String path) {
        var language = Language.accepted(request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE));
        var body = problems.body(path, language, CoreError.UNAVAILABLE);
        var answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.SERVICE_UNAVAILABLE, Unpooled.wrappedBuffer(body));
        var headers = answer.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, Problems.MEDIA_TYPE);
        headers.set(HttpHeaderNames.CONTENT_LANGUAGE, language.tag());
        headers.set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_LANGUAGE);
        headers.set(HttpHeaderNames.RETRY_AFTER, Problems.SHORTLY);
        AnswerHeaders.ofTheApi().forEach(headers::set);
        return answer;
    }
}
