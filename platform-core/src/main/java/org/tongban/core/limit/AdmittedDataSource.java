package org.tongban.core.limit;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The pool, before which requests wait for their turn: a place is taken with a connection and given back with it. */
final class AdmittedDataSource implements DataSource {
    private static final String BEGUN = "tongban.admitted";

    private final DataSource pool;
    private final Admission admission;

    AdmittedDataSource(DataSource pool, Admission admission) {
        this.pool = pool;
        this.admission = admission;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var request = waiting();
        if (request == null) {
            return pool.getConnection();
        }
        admission.enter(request.getAttribute(BEGUN).isPresent());
        Connection connection = null;
        try {
            connection = pool.getConnection();
            // Whoever comes again has a first phase behind it, whose work would be lost.
            request.setAttribute(BEGUN, true);
            return held(connection);
        } finally {
            if (connection == null) {
                admission.leave();
            }
        }
    }

    /** The request that this thread works for, if it is one that waits; what watches the node does not. */
    private static @Nullable HttpRequest<?> waiting() {
        var request = ServerRequestContext.currentRequest().orElse(null);
        return request == null || RequestLimits.isFree(request.getPath()) ? null : request;
    }

    @SuppressWarnings("ReferenceEquality") // a connection is equal to itself alone
    private Connection held(Connection connection) {
        var place = new AtomicBoolean(true);
        return (Connection) Proxy.newProxyInstance(
                AdmittedDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> {
                        try {
                            yield method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause() == null ? e : e.getCause();
                        } finally {
                            if (gives(method.getName()) && place.compareAndSet(true, false)) {
                                admission.leave();
                            }
                        }
                    }
                });
    }

    private static boolean gives(String method) {
        return method.equals("close") || method.equals("abort");
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return pool.getConnection(username, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(pool) ? type.cast(pool) : pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(pool) || pool.isWrapperFor(type);
    }
}
