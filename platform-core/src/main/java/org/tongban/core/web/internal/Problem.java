package org.tongban.core.web.internal;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error answer: RFC 9457, with the platform's members (CO-10). */
@Serdeable
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String traceId,
        @Nullable List<Item> errors,
        @JsonAnyGetter Map<String, Object> members) {
    /** One thing wrong, in the language of the answer. */
    @Serdeable
    record Item(String pointer, String code, String message) {}
}
