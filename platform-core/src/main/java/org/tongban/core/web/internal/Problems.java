package org.tongban.core.web.internal;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountError;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.PageErrors;

/** Makes every error answer of the platform: problem+json, or a page where a browser asks for one (CO-10). */
@Singleton
class Problems {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final MediaType PAGE = new MediaType("text/html; charset=utf-8");

    /** Seconds after which a repeat is worth a try where nobody knows better. */
    static final long SHORTLY = 5;

    private final JsonMapper mapper;
    private final String publicUrl;
    private final @Nullable PageErrors pages;

    Problems(JsonMapper mapper, @Value("${platform.public-url}") String publicUrl, @Nullable PageErrors pages) {
        this.mapper = mapper;
        this.publicUrl = publicUrl;
        this.pages = pages;
    }

    MutableHttpResponse<?> answer(HttpRequest<?> request, DomainException refusal) {
        return answer(request, HttpResponse.ok(), refusal);
    }

    MutableHttpResponse<?> answer(HttpRequest<?> request, ErrorCode code) {
        return answer(request, HttpResponse.ok(), DomainException.of(code));
    }

    /** Turns {@code response} into the error answer, its other headers kept. */
    MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> response, DomainException refusal) {
        var language = Exchange.language(request);
        response.status(HttpStatus.valueOf(refusal.code().kind().status()));
        var wait = wait(refusal);
        headers(response, refusal, wait);
        response.getHeaders().set(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (pages != null && pages.answers(request)) {
            var page = pages.draw(request, refusal, Exchange.traceId(request), wait);
            response.header(HttpHeaders.CONTENT_LANGUAGE, page.language().tag());
            return response.contentType(PAGE).body(page.html());
        }
        response.header(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        var problem = problem(request.getPath(), language, Exchange.traceId(request), refusal);
        return response.contentType(MEDIA_TYPE).body(bytes(problem));
    }

    /** The body of the refusal of a call that was not looked at. */
    byte[] body(String path, Language language, ErrorCode code) {
        return bytes(problem(path, language, Exchange.newTraceId(), DomainException.of(code)));
    }

    private Problem problem(String path, Language language, String traceId, DomainException refusal) {
        var code = refusal.code();
        List<Problem.Item> errors = refusal.violations().stream()
                .map(violation -> new Problem.Item(
                        violation.pointer(),
                        violation.code(),
                        violation.message().in(language)))
                .toList();
        return new Problem(
                publicUrl + "/docs/errors#" + code.code(),
                code.title().in(language),
                code.kind().status(),
                refusal.said().in(language),
                path,
                code.code(),
                traceId,
                errors.isEmpty() ? null : errors,
                members(refusal, language));
    }

    /** A title among the members is answered in the language of the answer, as any other text. */
    private static Map<String, Object> members(DomainException refusal, Language language) {
        return refusal.members().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        member -> member.getValue() instanceof Title title ? title.in(language) : member.getValue()));
    }

    /** After how long another try is worth it, in whole seconds and not a moment too early; null where waiting does not help. */
    private static @Nullable Duration wait(DomainException refusal) {
        var kind = refusal.code().kind();
        if (kind != ErrorKind.UNAVAILABLE && kind != ErrorKind.TOO_MANY) {
            return null;
        }
        var ending = refusal.endsAfter();
        return Duration.ofSeconds(
                ending == null
                        ? SHORTLY
                        : Math.max(1, ending.plusNanos(999_999_999).toSeconds()));
    }

    private static void headers(MutableHttpResponse<?> response, DomainException refusal, @Nullable Duration wait) {
        var kind = refusal.code().kind();
        if (kind == ErrorKind.UNAUTHENTICATED) {
            // RFC 6750, 3.1: the error names a token that came, and so stands nowhere else.
            var challenge = refusal.code() == AccountError.TOKEN_INVALID ? "Bearer error=\"invalid_token\"" : "Bearer";
            response.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        if (wait != null) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
        }
    }

    private byte[] bytes(Problem problem) {
        try {
            return mapper.writeValueAsBytes(problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
