package org.tongban.core.web.internal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;

/** Answers what nobody foresaw: logged whole under its trace id, told to nobody outside (CO-10). */
@Singleton
@Produces(Problems.MEDIA_TYPE)
class FailureHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

    private final Problems problems;

    FailureHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface has it raw
    public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException refusal) {
                return problems.answer(request, refusal);
            }
            if (databaseAway(cause)) {
                LOG.warn("database away: {}", cause.getMessage());
                return problems.answer(request, CoreError.UNAVAILABLE);
            }
            if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                LOG.info("uniqueness: {}", sql.getMessage());
                return problems.answer(request, CoreError.CONFLICT);
            }
        }
        LOG.error("{} {} failed, trace {}", request.getMethod(), request.getPath(), Exchange.traceId(request), failure);
        return problems.answer(request, CoreError.INTERNAL);
    }

    private static boolean databaseAway(Throwable cause) {
        if (cause instanceof SQLTransientConnectionException) {
            return true;
        }
        // The pool says of a connection that broke under way only that it is closed, without a state.
        return cause instanceof SQLException sql
                && (sql.getSQLState() == null
                        ? "Connection is closed".equals(sql.getMessage())
                        : sql.getSQLState().startsWith("08")
                                || sql.getSQLState().startsWith("57P"));
    }
}
