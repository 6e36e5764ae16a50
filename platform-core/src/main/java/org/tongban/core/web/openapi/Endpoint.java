package org.tongban.core.web.openapi;

import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.BeforeGate;
import org.tongban.core.module.Language;
import org.tongban.core.web.Authenticated;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.Open;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Versioned;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.NoOwner;

/** What a controller method says about itself by its annotations and types; for OpenAPI and the generated pages. */
public record Endpoint(Method method) {
    boolean isOpen() {
        return method.isAnnotationPresent(Open.class);
    }

    Optional<String> permission() {
        return Optional.ofNullable(method.getAnnotation(Permitted.class)).map(Permitted::value);
    }

    /** Whether a caller who has a token can lack the permission; a client has no account to speak of. */
    boolean canForbid() {
        return !isOpen();
    }

    /** Whether an account that stands before its realm's gate is refused for that. */
    boolean isBehindGate() {
        return !isOpen() && !method.isAnnotationPresent(BeforeGate.class);
    }

    Optional<Write> write() {
        return Optional.ofNullable(method.getAnnotation(Write.class));
    }

    private boolean isReading() {
        return method.isAnnotationPresent(Read.class);
    }

    /** Whether parameters and body are checked before the method is called. */
    boolean isChecked() {
        return isReading() || write().isPresent();
    }

    boolean isInOneTransaction() {
        return write().map(write -> write.phases() == Write.Phases.ONE).orElse(false);
    }

    boolean hasOwner() {
        return Optional.ofNullable(method.getAnnotation(Read.class))
                        .map(read -> read.owner() != NoOwner.class)
                        .orElse(false)
                || write().map(write -> write.owner() != NoOwner.class).orElse(false);
    }

    /** Whether an {@code Idempotency-Key} is heeded (CO-12). */
    public boolean heedsKey() {
        return !isOpen() && write().map(Write::idempotent).orElse(false);
    }

    boolean heedsMatch() {
        return isInOneTransaction() && hasOwner();
    }

    /** Whether {@code If-Match} is demanded (CO-12). */
    public boolean needsMatch() {
        return heedsMatch() && write().orElseThrow().ifMatch();
    }

    boolean takesCaller() {
        return Stream.of(method.getParameterTypes()).anyMatch(Authenticated.class::isAssignableFrom);
    }

    boolean heedsLanguage() {
        return List.of(method.getParameterTypes()).contains(Language.class);
    }

    /** The endpoint's own error codes. */
    List<String> refusals() {
        var refuses = method.getAnnotation(Refuses.class);
        return refuses == null ? List.of() : List.of(refuses.value());
    }

    Optional<Parameter> body() {
        return Stream.of(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(Body.class))
                .findFirst();
    }

    Optional<String> form() {
        return body().map(parameter -> parameter.getAnnotation(Checked.class))
                .map(Checked::form)
                .filter(form -> !form.isEmpty());
    }

    /** The name of the schema of an urlencoded body, which the endpoints of OAuth have. */
    Optional<String> fields() {
        return body().map(parameter -> parameter.getAnnotation(Checked.class))
                .map(Checked::fields)
                .filter(fields -> !fields.isEmpty());
    }

    /** The parameters that a request may leave out, which the processor does not say. */
    List<String> optional() {
        return Stream.of(method.getParameters())
                .filter(parameter -> parameter.getType() == Optional.class)
                .map(Parameter::getName)
                .toList();
    }

    /** Whether the answer is bytes of a file, whose type only the file knows. */
    boolean answersBytes() {
        var get = method.getAnnotation(Get.class);
        return get != null && Arrays.asList(get.produces()).contains(MediaType.ALL);
    }

    /** Whether a part of those bytes may be asked for, as of files that lie in the store. */
    boolean answersParts() {
        return answersBytes() && refusals().contains(CoreError.RANGE_NOT_SATISFIABLE.code());
    }

    /** Whether the answer is a file that is made as it is read. */
    boolean answersFile() {
        return Types.raw(answer()) == StreamedFile.class;
    }

    /** Whether the answer has an ETag. */
    boolean answersVersioned() {
        var raw = Types.raw(answer());
        return raw != null && Versioned.class.isAssignableFrom(raw);
    }

    /** Whether the answer is a document that the record holds, rather than the record. */
    boolean answersDocument() {
        var raw = Types.raw(answer());
        return raw != null
                && raw.isRecord()
                && Stream.of(raw.getDeclaredMethods()).anyMatch(found -> found.isAnnotationPresent(JsonValue.class));
    }

    /** Whether what was made has an address: what has an id does. */
    boolean answersAddress() {
        var raw = Types.raw(answer());
        return raw != null
                && raw.isRecord()
                && Stream.of(raw.getRecordComponents())
                        .anyMatch(component -> component.getName().equals("id"));
    }

    private @Nullable Type answer() {
        var answer = method.getGenericReturnType();
        return answer instanceof ParameterizedType response && response.getRawType() == HttpResponse.class
                ? response.getActualTypeArguments()[0]
                : answer;
    }
}
