package org.tongban.core.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.internal.RequestSchemas;

/** Holds what a form brings to the schema of the endpoint that its page stands for: there is no second rule. */
@Singleton
public class ConsoleBodies {
    private final RequestSchemas schemas;
    private final JsonMapper mapper;

    ConsoleBodies(RequestSchemas schemas, JsonMapper mapper) {
        this.schemas = schemas;
        this.mapper = mapper;
    }

    /**
     * The body as the operation takes it.
     *
     * @throws DomainException with every violation, {@link CoreError#INVALID_INPUT}
     */
    public <T> T read(String operation, ObjectNode body, Class<T> type) {
        require(operation, body);
        try {
            return Objects.requireNonNull(mapper.readValue(body.toString().getBytes(StandardCharsets.UTF_8), type));
        } catch (IOException e) {
            throw new UncheckedIOException("a checked body does not bind to " + type, e);
        }
    }

    /** Refuses a body that the operation would refuse. */
    public void require(String operation, ObjectNode body) {
        var violations = schemas.of(operation).check(body);
        if (!violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
    }
}
