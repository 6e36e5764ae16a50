package org.tongban.core.web.internal;

import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Audited;
import org.tongban.core.web.EntityTags;
import org.tongban.core.web.Versioned;

/** Ends a write in its transaction: the audit record, the ETag, the bytes of the answer (CO-12, CO-55). */
@Singleton
class Completion {
    private final RequestAudit audit;
    private final Answers answers;

    Completion(RequestAudit audit, Answers answers) {
        this.audit = audit;
        this.answers = answers;
    }

    Answers.Answer of(
            MethodInvocationContext<Object, Object> invocation, HttpRequest<?> request, @Nullable Object answered) {
        if (!(answered instanceof MutableHttpResponse<?> response)) {
            throw new IllegalStateException(invocation.getExecutableMethod() + " answers nothing");
        }
        audit(request, response.body());
        if (response.body() instanceof Versioned versioned) {
            response.header(HttpHeaders.ETAG, EntityTags.of(versioned.version(), Exchange.language(request)));
        }
        return answers.render(invocation, response);
    }

    /** Leaves the record of what was done, where it has not left one itself. */
    void audit(HttpRequest<?> request, @Nullable Object body) {
        if (RequestAudit.recorded(request)) {
            return;
        }
        if (body instanceof Audited audited) {
            audit.record(audited.auditSubject(), audited.auditId(), audited.auditDigest());
        } else {
            throw new IllegalStateException(
                    "what is audited answered no " + Audited.class.getSimpleName() + " and left no record");
        }
    }
}
